import { createServer } from 'node:http'
import { postgraphile } from 'postgraphile'
import { makePgService } from 'postgraphile/adaptors/pg'
import { grafserv } from 'postgraphile/grafserv/node'
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber'
import { listen, poolSize } from './listen.js'

/*
 * PostGraphile 5 as it comes: the recommended preset, lists beside connections (nested lists here have no pages), and
 * what its documentation turns off in production: plans in answers, GraphiQL, watching. With VIEWER_DISTRICTS it also
 * becomes a role with row policies on each request, as an API has to that keeps its users apart.
 */
const districts = process.env.VIEWER_DISTRICTS
const pgSettings = { role: 'bench_viewer', 'bench.districts': districts }
const preset: GraphileConfig.Preset = {
  extends: [PostGraphileAmberPreset],
  schema: { defaultBehavior: '+list' },
  grafast: {
    explain: false,
    ...(districts && { context: () => ({ pgSettings }) }),
  },
  grafserv: { graphiql: false, watch: false },
  pgServices: [makePgService({ schemas: ['bench'], poolConfig: { max: poolSize, min: poolSize } })],
}

const server = createServer()
await postgraphile(preset).createServ(grafserv).addTo(server)
listen(server)
