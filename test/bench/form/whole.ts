import { formTypeName } from '../../../schema/types/application-form.js'
import { everythingOf } from '../../application/every-field.js'
import { fullForm } from '../../application/full-form.js'
import { median } from '../bench.js'
import type { FormWorld } from './form-world.js'

/** Median of milliseconds in which one client reads all sections of a form, filled in, with all of their fields. */
export async function measureWhole(world: FormWorld, reads = 200): Promise<number> {
  const application = await world.create()
  // Attachments name files, which there are none of here.
  const { attachments: _files, ...form } = fullForm()
  for (const [section, content] of Object.entries(form)) {
    const name = formTypeName(section)
    await world.ask(
      `mutation ($input: Save${name}Input!) { result: save${name}(input: $input) { revision errors { code } } }`,
      { input: { application, revision: 0, content } },
    )
  }
  const query = `query ($id: ID!) { result: application(id: $id) { ${everythingOf()} } }`
  const times: number[] = []
  for (let turn = 0; turn < reads; turn++) {
    const began = performance.now()
    await world.ask(query, { id: application })
    times.push(performance.now() - began)
  }
  return median(times)
}
