import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { drain, receiveFile } from '../../server/document/receive-file.js'
import { temporaryFolder } from '../support/data-folder.js'
import { sha256Of } from './start-document-app.js'

const place = () => join(temporaryFolder(), 'file')

test('a sender that says nothing is given up; one that is only slow isn’t', async () => {
  const silent = new PassThrough()
  silent.write('abc')
  await expect(receiveFile(silent, place(), { size: 10, patience: 100 })).rejects.toMatchObject({
    extensions: { code: 'REQUEST_TIMEOUT' },
  })
  const slow = Readable.from(
    (async function* () {
      for (const letter of 'abcdefghij') {
        await sleep(30)
        yield Buffer.from(letter)
      }
    })(),
  )
  expect(await receiveFile(slow, place(), { size: 10, patience: 100 })).toBe(sha256Of(Buffer.from('abcdefghij')))
})

test('a file that is already there isn’t written over', async () => {
  const path = place()
  await receiveFile(Readable.from([Buffer.from('one')]), path, { size: 3, patience: 1_000 })
  await expect(receiveFile(Readable.from([Buffer.from('two')]), path, { size: 3, patience: 1_000 })).rejects.toThrow(
    'EEXIST',
  )
  expect(readFileSync(path, 'utf8')).toBe('one')
})

test('a disk that takes no more is an error, and the sender isn’t waited for', async () => {
  const path = join(place(), 'no-folder')
  const endless = new Readable({
    read() {
      this.push(Buffer.alloc(65_536))
    },
  })
  await expect(receiveFile(endless, path, { size: 2 ** 40, patience: 1_000 })).rejects.toThrow('ENOENT')
  expect(existsSync(path)).toBe(false)
  endless.destroy()
})

test('of a refused file no more is taken than the limit, and what is left over stays', async () => {
  let taken = 0
  const endless = new Readable({
    read() {
      taken += 65_536
      this.push(Buffer.alloc(65_536))
    },
  })
  await expect(receiveFile(endless, place(), { size: 1, patience: 1_000 })).rejects.toMatchObject({
    extensions: { code: 'FILE_TOO_LARGE' },
  })
  await drain(endless, 1_000_000, 1_000)
  expect(endless.destroyed).toBe(false)
  expect(taken).toBeLessThan(2_000_000)
  endless.destroy()
})

test('memory doesn’t grow with the file', { timeout: 30_000 }, async () => {
  // Far more than what waits for the garbage collector at a time.
  const size = 512 * 1024 * 1024
  let left = size
  let most = 0
  const large = new Readable({
    read() {
      const piece = Buffer.alloc(Math.min(65_536, left))
      left -= piece.length
      most = Math.max(most, process.memoryUsage().arrayBuffers)
      this.push(piece.length > 0 ? piece : null)
    },
  })
  const before = process.memoryUsage().arrayBuffers
  await receiveFile(large, place(), { size, patience: 5_000 })
  expect(most - before).toBeLessThan(size / 4)
})
