import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'

export interface SmtpServer {
  /** For SMTP_URL. */
  url: string
  /** Every message that was taken, as it came. */
  messages: string[]
  /** What the server says to the next readers, e.g. `451 busy`; by default it takes them all. */
  answerTo(recipient: (address: string) => string): void
  close(): void
}

/** A mail server (RFC 5321) that keeps what it gets, with no TLS and no users. */
export async function startSmtpServer(): Promise<SmtpServer> {
  const messages: string[] = []
  let recipient: (address: string) => string = () => '250 ok'
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.on('error', () => {})
    const say = (line: string) => socket.write(`${line}\r\n`)
    let received = ''
    let inMessage = false
    say('220 test')
    socket.on('data', (chunk) => {
      received += chunk
      for (;;) {
        const end = inMessage ? '\r\n.\r\n' : '\r\n'
        const at = received.indexOf(end)
        if (at < 0) return
        const text = received.slice(0, at)
        received = received.slice(at + end.length)
        if (inMessage) {
          messages.push(text)
          inMessage = false
          say('250 ok')
        } else {
          const command = text.slice(0, 4).toUpperCase()
          if (command === 'DATA') inMessage = true
          say(command === 'DATA' ? '354 go on' : command === 'RCPT' ? recipient(text) : '250 ok')
        }
      }
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    messages,
    answerTo(answer) {
      recipient = answer
    },
    close() {
      server.close()
      for (const socket of open) socket.destroy()
    },
  }
}

/** The text of a message, with quoted-printable and base64 undone. */
export function textOf(message: string): string {
  const [head = '', ...body] = message.split('\r\n\r\n')
  const text = body.join('\r\n\r\n')
  if (/^content-transfer-encoding: base64/im.test(head)) return Buffer.from(text, 'base64').toString('utf8')
  if (!/^content-transfer-encoding: quoted-printable/im.test(head)) return text
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([\dA-F]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
