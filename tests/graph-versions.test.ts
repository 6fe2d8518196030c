import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { LINE } from '#channels/whatsapp/test-world.ts'
import { CONTENTS } from '#core/message/check/test-contents.ts'
import { renderContent } from '#channels/whatsapp/render-content.ts'
import { filesIn, type OutboundContent } from '#core/message/content.ts'
import { fieldsOf } from '../emulator/json.ts'
import { sampleOf } from '../emulator/samples/samples.ts'
import { errorOf, startTestWorld, TOKEN, type TestWorld } from '../emulator/testing.ts'

/** Every version Graph answers in late 2026; which one Hilo speaks is `GRAPH_VERSION` (cloud-api §0). */
const VERSIONS = ['v21.0', 'v22.0', 'v23.0', 'v24.0', 'v25.0', 'v26.0']

let world: TestWorld
let target = ''
// A world for each: one phone takes only so many messages in a minute (131056).
beforeEach(async () => {
  world = await startTestWorld()
  target = await world.write('lucia', { kind: 'text', text: 'hola' })
})
afterEach(() => world.close())

/** An uploaded file of the kind that a message of this kind takes. */
async function upload(content: OutboundContent): Promise<string> {
  const sample = sampleOf(content.kind) ?? sampleOf('image')
  if (sample === undefined) throw new Error(`No sample for "${content.kind}"`)
  return (await world.emulator.world.media.add({ ...sample, owner: 'business', number: LINE.key })).id
}

async function bodyOf(content: OutboundContent): Promise<object> {
  const fileId = filesIn(content).length > 0 ? await upload(content) : ''
  const message = content.kind === 'reaction' ? { ...content, targetWireId: target } : content
  return { messaging_product: 'whatsapp', to: '+5215512345678', ...renderContent(message, () => fileId) }
}

const post = async (version: string, body: object) => {
  const response = await fetch(`${world.emulator.url}/${version}/${LINE.key}/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return { status: response.status, body: fieldsOf(await response.json()) }
}

test.each(VERSIONS)('%s takes everything we can send, and all of it arrives', async (version) => {
  // Templates are held against what the account has: see the tests of templates.
  const contents = CONTENTS.filter(({ kind }) => kind !== 'template')
  for (const content of contents) {
    const answer = await post(version, await bodyOf(content))
    expect({ kind: content.kind, ...errorOf(answer) }).toEqual({ kind: content.kind })
    expect(answer.status).toBe(200)
  }
  await vi.waitFor(() => {
    // Of a reaction only `sent` is told.
    expect(world.receiver.statuses().filter(({ status }) => status === 'delivered')).toHaveLength(contents.length - 1)
  }, 5_000)
  expect(world.receiver.statuses().filter(({ status }) => status === 'failed')).toEqual([])
})

test('a version that has gone is answered by the oldest there is, and one that never was is refused', async () => {
  const body = await bodyOf({ kind: 'text', text: 'Hola' })
  expect((await post('v20.0', body)).status).toBe(200)
  expect((await post('v27.0', body)).status).toBe(400)
})
