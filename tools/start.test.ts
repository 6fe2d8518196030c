import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { type Build, buildStale, hashSources } from './start/builds.ts'
import { freePort } from './free-port.ts'
import { type Child, startChild, WRONG_SETTINGS } from './start/child.ts'
import { compressFiles } from './start/compress.ts'
import { claimDataFolder } from './start/data-folder.ts'
import { prepareDemo } from './start/demo-file.ts'
import { readSettings } from './start/settings.ts'
import { createShutdown } from './start/shutdown.ts'

const base = mkdtempSync(path.join(os.tmpdir(), 'hilo-start-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))

const newFolder = (): string => mkdtempSync(path.join(base, 'x-'))

test('settings have standards, and every wrong one is named at once', () => {
  expect(readSettings({})).toEqual({
    port: 4000,
    emulatorPort: 4001,
    dataDir: path.resolve('.hilo'),
    databaseUrl: null,
    demo: true,
  })
  const wrong = { PORT: 'http', EMULATOR_PORT: '70000', HILO_DEMO: 'yes', LOG_LEVEL: 'loud', DATABASE_URL: 'mysql://x' }
  const names = [
    'PORT is "http"',
    'EMULATOR_PORT is "70000"',
    'HILO_DEMO is "yes"',
    'LOG_LEVEL is "loud"',
    'DATABASE_URL',
  ]
  for (const name of names) expect(() => readSettings(wrong)).toThrow(name)
  expect(() => readSettings({ HILO_DEMO: '0' })).toThrow('HILO_SECRET is not set')
  expect(() => readSettings({ PORT: '4001' })).toThrow('EMULATOR_PORT is 4001, as PORT is')
})

test('the address of the database may come from a file', () => {
  const file = path.join(newFolder(), 'url')
  writeFileSync(file, 'postgres://hilo@db/hilo\n')
  expect(readSettings({ DATABASE_URL_FILE: file }).databaseUrl).toBe('postgres://hilo@db/hilo')
  expect(() => readSettings({ DATABASE_URL_FILE: `${file}.not` })).toThrow('a readable file')
})

test('a data folder is ours alone, and one launcher holds it at a time', () => {
  const folder = path.join(newFolder(), 'data')
  const held = claimDataFolder(folder)
  expect(statSync(folder).mode & 0o777).toBe(0o700)
  expect(() => claimDataFolder(folder)).toThrow(`Hilo already runs on ${folder} (process ${process.pid})`)
  held.release()
  claimDataFolder(folder).release()
})

test('demo.json is made once, kept, and follows the ports', () => {
  const folder = newFolder()
  const { file, demo } = prepareDemo(folder, { port: 4000, emulatorPort: 4001 })
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(demo)
  expect(Object.keys(demo)[0]).toBe('url')
  expect(demo).toMatchObject({
    url: 'http://localhost:4000',
    email: 'ana@aurora.example',
    webhookUrl: 'http://localhost:4000/webhooks/whatsapp',
    graphUrl: 'http://127.0.0.1:4001',
    clockUrl: 'http://localhost:4000/demo/clock',
    businessName: 'Financiera Aurora',
    apiKey: expect.stringMatching(/^hilo_demo_[0-9a-f]{48}$/),
    accessToken: expect.stringMatching(/^EAA\w{180}$/),
    appSecret: expect.stringMatching(/^[0-9a-f]{32}$/),
    secret: expect.stringMatching(/^demo-[0-9a-f]{64}$/),
  })
  expect(demo.phoneNumberIds).toEqual(demo.phoneNumbers.map(({ id }) => id))
  for (const id of [...demo.phoneNumberIds, demo.wabaId, demo.appId]) expect(id).toMatch(/^[1-9]\d{14}$/)

  const again = prepareDemo(folder, { port: 5000, emulatorPort: 5001 }).demo
  expect(again).toEqual({
    ...demo,
    url: 'http://localhost:5000',
    webhookUrl: 'http://localhost:5000/webhooks/whatsapp',
    clockUrl: 'http://localhost:5000/demo/clock',
    graphUrl: 'http://127.0.0.1:5001',
    emulatorUrl: 'http://localhost:5001',
  })
  expect(prepareDemo(newFolder(), { port: 1, emulatorPort: 2 }).demo.password).not.toBe(demo.password)
})

test('the hash of sources changes with content and names, not with tests', () => {
  const root = newFolder()
  mkdirSync(path.join(root, 'web/inbox'), { recursive: true })
  writeFileSync(path.join(root, 'web/inbox/list.tsx'), 'one')
  const hash = () => hashSources(root, ['web', 'package.json', 'absent'])
  const first = hash()
  writeFileSync(path.join(root, 'web/inbox/list.test.tsx'), 'a test')
  expect(hash()).toBe(first)
  writeFileSync(path.join(root, 'web/inbox/list.tsx'), 'two')
  const second = hash()
  expect(second).not.toBe(first)
  writeFileSync(path.join(root, 'package.json'), '{}')
  expect(hash()).not.toBe(second)
})

test('what was touched without a change is not made again, what failed is', async () => {
  const root = newFolder()
  const source = path.join(root, 'source.ts')
  writeFileSync(source, 'one')
  const made: string[] = []
  const builds: readonly Build[] = ['good', 'bad'].map((name) => ({
    ...{ name, sources: ['source.ts'], out: `dist/${name}` },
    make: async (draft) => {
      made.push(name)
      if (name === 'bad') throw new Error('it failed')
      mkdirSync(draft, { recursive: true })
      writeFileSync(path.join(draft, 'main.mjs'), readFileSync(source))
    },
  }))
  const build = () => buildStale(builds, { root, say: () => {} })
  await expect(build()).rejects.toThrow('it failed')
  utimesSync(source, 1, 1)
  await expect(build()).rejects.toThrow('it failed')
  expect(made).toEqual(['good', 'bad', 'bad'])
  writeFileSync(source, 'two')
  await expect(build()).rejects.toThrow('it failed')
  expect(readFileSync(path.join(root, 'dist/good/main.mjs'), 'utf8')).toBe('two')
  expect(readdirSync(path.join(root, 'dist')).sort()).toEqual(['.stamp', 'good'])
})

test('texts of a client are compressed in both ways, small ones and pictures are not', async () => {
  const folder = newFolder()
  mkdirSync(path.join(folder, 'assets'))
  const text = 'const hola = 1\n'.repeat(500)
  for (const name of ['assets/a.js', 'index.html', 'assets/b.woff2']) writeFileSync(path.join(folder, name), text)
  writeFileSync(path.join(folder, 'assets/small.css'), 'a{}')
  await compressFiles(folder)
  expect(readdirSync(folder, { recursive: true }).sort()).toEqual([
    ...['assets', 'assets/a.js', 'assets/a.js.br', 'assets/a.js.gz', 'assets/b.woff2', 'assets/small.css'],
    ...['index.html', 'index.html.br', 'index.html.gz'],
  ])
  expect(brotliDecompressSync(readFileSync(path.join(folder, 'assets/a.js.br'))).toString()).toBe(text)
  expect(gunzipSync(readFileSync(path.join(folder, 'index.html.gz'))).toString()).toBe(text)
})

/** A child that answers at its address; `body` runs first. */
async function childOf(body: string): Promise<{ child: Child; said: string[]; url: string }> {
  const folder = newFolder()
  const script = path.join(folder, 'child.mjs')
  const port = await freePort()
  const url = `http://127.0.0.1:${port}/`
  writeFileSync(
    script,
    `${body}
    import { createServer } from 'node:http'
    process.on('SIGTERM', () => process.exit(0))
    createServer((_, answer) => answer.end('here')).listen(${port}, '127.0.0.1')`,
  )
  const said: string[] = []
  const logFile = path.join(folder, 'logs/child.log')
  const child = startChild({
    name: 'The child',
    script,
    env: process.env,
    readyUrl: url,
    logFile,
    say: (line) => said.push(line),
  })
  return { child, said, url }
}

test('a child that dies comes back, and a stopped one does not', async () => {
  const { child, said, url } = await childOf('')
  await child.ready
  const first = child.pid ?? 0
  process.kill(first, 'SIGKILL')
  for (let tries = 0; tries < 200 && !said.includes('The child is back.'); tries += 1) await pause(50)
  expect(said[0]).toContain('The child ended unexpectedly (SIGKILL)')
  expect(said.at(-1)).toBe('The child is back.')
  expect(child.pid).not.toBe(first)
  await child.stop()
  expect(child.pid).toBeNull()
  await expect(fetch(url)).rejects.toThrow()
})

test('a child whose channel to the launcher closes ends by itself', async () => {
  const { child, url } = await childOf('process.channel.unref(); setTimeout(() => process.disconnect(), 1000)')
  await child.ready
  const first = child.pid ?? 0
  for (let tries = 0; tries < 100 && child.pid === first; tries += 1) await pause(50)
  expect(child.pid).not.toBe(first)
  await child.stop()
  await expect(fetch(url)).rejects.toThrow()
})

test('a child with wrong settings is not started again, and says why', async () => {
  const { child, said } = await childOf(`console.error('PORT is odd'); process.exit(${WRONG_SETTINGS})`)
  await expect(child.ready).rejects.toThrow(/did not start \(code 78\).*\nPORT is odd/)
  expect(said).toEqual([])
})

test('a child that never comes up is given up after three attempts', async () => {
  const { child, said } = await childOf('process.exit(1)')
  await expect(child.ready).rejects.toThrow('did not start (code 1)')
  expect(said).toHaveLength(2)
})

test('a shutdown ends things by rank, once, goes on after a failure, and ends latecomers at once', async () => {
  const ended: string[] = []
  const shutdown = createShutdown((line) => ended.push(line))
  const end = (name: string) => async () => void ended.push(name)
  await shutdown.add(3, end('database'))
  await shutdown.add(1, end('server'))
  await shutdown.add(2, async () => {
    throw new Error('stuck')
  })
  await Promise.all([shutdown.run(), shutdown.run()])
  await shutdown.add(1, end('latecomer'))
  expect(ended).toEqual(['server', 'While stopping: stuck', 'database', 'latecomer'])
})
