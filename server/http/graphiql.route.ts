import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { examples } from './graphiql-examples.js'
import { prefersPage } from './media-type.js'

const folder = '/graphiql'
const script = 'text/javascript; charset=utf-8'

const page = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>申报 Shenbao · GraphiQL</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${folder}/graphiql.css">
<script defer src="${folder}/graphiql.js"></script>
<script defer src="${folder}/start.js"></script>
</head>
<body id="body" class="no-focus-outline">
<noscript>本页面需要 JavaScript；接口本身不需要：向 /graphql 发送 POST 请求即可。 This page needs JavaScript; the API doesn't.</noscript>
<div id="root"></div>
</body>
</html>
`

/** Everything comes from this server; the editor writes its own styles into the page. */
const policy =
  "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self' 'unsafe-inline'; img-src data:; font-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

type File = { readonly type: string; readonly compressed: Buffer }

/**
 * GraphiQL for browsers, from the files of @graphql-yoga/render-graphiql and without any other site.
 * @returns answers a request with the page, if its sender prefers one to data
 */
export function graphiqlRoute(server: FastifyInstance): (request: FastifyRequest, reply: FastifyReply) => boolean {
  let files: Promise<Map<string, File>> | undefined

  server.get('/', (_request, reply) => reply.redirect('/graphql', 302))

  server.get<{ Params: { file: string } }>(`${folder}/:file`, async (request, reply) => {
    files ??= loadFiles()
    const file = (await files).get(request.params.file)
    if (!file) return reply.callNotFound()
    return reply
      .header('content-type', file.type)
      .header('content-encoding', 'gzip')
      .header('cache-control', 'public, max-age=3600')
      .send(file.compressed)
  })

  return (request, reply) => {
    if (!prefersPage(request.headers.accept)) return false
    reply.header('content-type', 'text/html; charset=utf-8').header('content-security-policy', policy).send(page)
    return true
  }
}

/** Loaded and compressed with the first visitor: nine megabytes that a server without visitors does without. */
async function loadFiles(): Promise<Map<string, File>> {
  const { js, css, editorWorkerService, jsonWorker, graphqlWorker } = await import(
    '@graphql-yoga/render-graphiql/graphiql'
  )
  const texts: [name: string, type: string, text: string][] = [
    ['graphiql.js', script, js],
    ['graphiql.css', 'text/css; charset=utf-8', css],
    ['start.js', script, startScript()],
    ['editorWorkerService.js', script, editorWorkerService],
    ['json.js', script, jsonWorker],
    ['graphql.js', script, graphqlWorker],
  ]
  const compress = promisify(gzip)
  const files = texts.map(async ([name, type, text]) => [name, { type, compressed: await compress(text) }] as const)
  return new Map(await Promise.all(files))
}

function startScript(): string {
  const tabs = examples.map(({ query, variables }) => ({
    query,
    variables: variables && JSON.stringify(variables, null, 2),
  }))
  return `self.MonacoEnvironment = { globalAPI: false, getWorkerUrl: (_module, label) => '${folder}/' + label + '.js' }
YogaGraphiQL.renderYogaGraphiQL(document.querySelector('#root'), ${JSON.stringify({ title: '申报 Shenbao', defaultTabs: tabs })})
`
}
