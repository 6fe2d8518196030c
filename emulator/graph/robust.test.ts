import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorOf, SALES, startTestWorld, type TestWorld, TOKEN, WABA } from '../testing.ts'

let world: TestWorld
beforeAll(async () => {
  world = await startTestWorld()
  await world.control('PUT', 'faults', { rates: false })
})
afterAll(() => world.close())

const types = [
  'text',
  'image',
  'audio',
  'document',
  'sticker',
  'location',
  'contacts',
  'reaction',
  'interactive',
  'template',
]
const kinds = ['button', 'list', 'cta_url', 'flow', 'carousel', 'product_list', 'order_details', 'voice_call']
const keys = [
  'type',
  'body',
  'action',
  'header',
  'footer',
  'text',
  'id',
  'link',
  'name',
  'language',
  'code',
  'components',
  'parameters',
  'buttons',
  'sections',
  'rows',
  'cards',
  'index',
  'message_id',
  'emoji',
  'reply',
  'title',
]
const leaf = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom(...kinds, 'recordatorio_pago', 'es_MX', 'body', 'button', 'image', '😀'),
)
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5 },
    leaf,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...keys), tie('tree'), { maxKeys: 6 }),
  ),
}))
const body = fc.constantFrom(...types).chain((type) =>
  fc.record({
    messaging_product: fc.constant('whatsapp'),
    to: fc.oneof(fc.constant('+5215512345678'), leaf),
    type: fc.constant(type),
    [type]: tree,
    context: fc.option(tree, { nil: undefined }),
  }),
)

describe('any body', () => {
  it("is accepted or refused by Meta's codes, and never an error of ours", async () => {
    await fc.assert(
      fc.asyncProperty(body, async (sent) => {
        const answer = await world.graph('POST', `${SALES}/messages`, sent)
        if (answer.status === 200) return
        expect([400, 404]).toContain(answer.status)
        expect(errorOf(answer)['code']).toBeGreaterThanOrEqual(100)
      }),
      { numRuns: 1_500, seed: 7 },
    )
  })
  it('as a template, too', async () => {
    const part = fc.record({
      type: fc.constantFrom('HEADER', 'BODY', 'FOOTER', 'BUTTONS', 'CAROUSEL', 'LIMITED_TIME_OFFER', 'constructor'),
      format: fc.constantFrom('TEXT', 'IMAGE', 'image', 'toString', null),
      text: fc.oneof(fc.constantFrom('Hola {{1}} y adiós {{2}', '{{a b}}', 'Un texto sin más'), tree),
      example: tree,
      buttons: fc.array(
        fc.record({ type: fc.constantFrom('URL', 'FLOW', 'OTP', 'x'), text: tree, url: tree, example: tree }),
      ),
      cards: fc.array(fc.record({ components: tree })),
      limited_time_offer: tree,
    })
    const template = fc.record({
      name: fc.constantFrom('aviso', 'Aviso', '__proto__'),
      language: fc.constantFrom('es', 'xx'),
      category: fc.constantFrom('UTILITY', 'marketing', 'AUTHENTICATION', 'x'),
      parameter_format: fc.constantFrom(undefined, 'NAMED', 3),
      components: fc.oneof(fc.array(part, { maxLength: 5 }), tree),
      library_template_name: fc.option(tree, { nil: undefined, freq: 9 }),
      message_send_ttl_seconds: fc.option(leaf, { nil: undefined }),
    })
    await fc.assert(
      fc.asyncProperty(
        template,
        fc.constantFrom('message_templates', 'upsert_message_templates'),
        async (sent, edge) => {
          const answer = await world.graph('POST', `${WABA}/${edge}`, { ...sent, languages: ['es'] })
          if (answer.status !== 200) expect([answer.status, errorOf(answer)['code']]).toEqual([400, expect.any(Number)])
        },
      ),
      { numRuns: 600, seed: 7 },
    )
  })
  it('in any encoding', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom(
          'application/json',
          'multipart/form-data; boundary=x',
          'application/x-www-form-urlencoded',
          'text/plain',
        ),
        async (bytes, type) => {
          const response = await fetch(`${world.emulator.url}/v26.0/${SALES}/messages`, {
            method: 'POST',
            headers: { authorization: `Bearer ${TOKEN}`, 'content-type': type },
            body: new Uint8Array(bytes),
          })
          expect(response.status).toBe(400)
        },
      ),
      { numRuns: 300, seed: 7 },
    )
  })
})
