import { createServer, type ServerResponse } from 'node:http'
import pg from 'pg'
import { listen, poolSize } from './listen.js'

/*
 * The limit: what someone writes who knows PostgreSQL and this one client. One endpoint for each screen, one prepared
 * statement behind it, and the JSON that PostgreSQL makes goes out as it comes in. No GraphQL, no rights, no checks.
 */

const money = (...columns: string[]) => columns.map((column) => `${column}::text as "${camelCase(column)}"`).join(', ')
const names = (...columns: string[]) => columns.map((column) => `${column} as "${camelCase(column)}"`).join(', ')
const camelCase = (column: string) => column.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())

const organisation = (id: string, columns: string) =>
  `(select row_to_json(o) from (select ${columns} from bench.organisation where id = ${id}) o)`
const list = (table: string, columns: string, order = 'position') =>
  `(select coalesce(json_agg(l), '[]') from (select ${columns} from bench.${table} where application_id = a.id order by ${order}) l)`

const whole = {
  name: 'whole',
  text: `select json_build_object('data', json_build_object('application', (select row_to_json(r) from (
    select a.id::text, ${names('acceptance_number', 'title', 'summary', 'status', 'industry_field', 'category', 'direction', 'district', 'park', 'stage')},
      ${money('requested_amount', 'self_raised_amount', 'total_amount')}, ${names('created_at', 'submitted_at', 'decided_at')},
      ${organisation('a.applicant_id', `id::text, ${names('name', 'credit_code', 'kind', 'district')}`)} as applicant,
      (select row_to_json(p) from (select id::text, ${names('name', 'title', 'degree')},
         ${organisation('person.organisation_id', 'name')} as organisation from bench.person where id = a.leader_id) p) as leader,
      ${list('personnel', names('name', 'title', 'role', 'months'))} as personnel,
      ${list('budget_line', `subject, ${money('requested', 'self_raised')}, note`)} as "budgetLines",
      ${list('review', names('score', 'verdict', 'comment', 'reviewed_at'))} as reviews,
      ${list('partner', `${money('amount')}, ${organisation('partner.organisation_id', names('name', 'district'))} as organisation`)} as partners
    from bench.application a where id = $1) r)))::text as json`,
}

const page = {
  name: 'page',
  text: `with matching as materialized (
      select * from bench.application where industry_field = $1 and status = $2 order by submitted_at desc, id desc limit 21),
    shown as materialized (select * from matching limit 20)
    select json_build_object('data', json_build_object('applications', json_build_object(
      'totalCount', (select count(*) from bench.application where industry_field = $1 and status = $2),
      'pageInfo', json_build_object('hasNextPage', (select count(*) > 20 from matching),
        'endCursor', (select submitted_at || ' ' || id from shown order by submitted_at, id limit 1)),
      'nodes', (select coalesce(json_agg(n), '[]') from (
        select a.id::text, ${names('acceptance_number', 'title', 'status', 'industry_field', 'district', 'submitted_at')}, ${money('total_amount')},
          ${organisation('a.applicant_id', names('name', 'district'))} as applicant,
          (select row_to_json(p) from (select name, title from bench.person where id = a.leader_id) p) as leader,
          ${list('review', names('score', 'verdict'))} as reviews
        from shown a) n))))::text as json`,
}

const status = {
  name: 'status',
  text: `select json_build_object('data', json_build_object('application', (select row_to_json(r) from (
    select a.id::text, ${names('status', 'submitted_at')} from bench.application a where id = $1) r)))::text as json`,
}

const groups = {
  name: 'groups',
  text: `select json_build_object('data', json_build_object('applicationGroups', (select coalesce(json_agg(g), '[]') from (
    select ${names('industry_field', 'status')}, count(*) from bench.application
    group by industry_field, status order by industry_field, status) g)))::text as json`,
}

const pool = new pg.Pool({ max: poolSize, min: poolSize })

async function answer(
  response: ServerResponse,
  statement: { name: string; text: string },
  values: unknown[],
): Promise<void> {
  const { rows } = await pool.query<{ json: string }>({ ...statement, values })
  const json = Buffer.from(rows[0]?.json ?? '')
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': json.byteLength }).end(json)
}

listen(
  createServer((request, response) => {
    const [, path, id, part] = /^\/(applications)\/?(\d+|groups)?(\/status)?/.exec(request.url ?? '') ?? []
    const failed = (error: Error) => response.writeHead(500).end(error.message)
    if (path === undefined) response.writeHead(404).end()
    else if (id === 'groups') answer(response, groups, []).catch(failed)
    else if (id !== undefined) answer(response, part ? status : whole, [id]).catch(failed)
    else {
      const { searchParams } = new URL(request.url ?? '', 'http://localhost')
      answer(response, page, [searchParams.get('industryField'), searchParams.get('status')]).catch(failed)
    }
  }),
)
