import type { Form } from '../../schema/rules/form/form.js'
import type { ApplicationApp } from './application-app.js'

/** Begins an application and saves these sections of it; gives its id. @throws Error when one is refused */
export async function saveForm(app: ApplicationApp, form: Form): Promise<string> {
  const application = await app.create()
  for (const [section, content] of Object.entries(form)) {
    const { errors } = await app.save(section, { application, revision: 0, content })
    if (errors.length > 0) throw new Error(`${section}: ${JSON.stringify(errors)}`)
  }
  return application
}
