import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorOf, SALES, startTestWorld, SUPPORT, TOKEN, WABA, type TestWorld } from '../testing.ts'
import { type Fields, fieldsOf } from '../json.ts'

let world: TestWorld
beforeAll(async () => {
  world = await startTestWorld()
})
afterAll(() => world.close())

const ask = async (path: string, init: RequestInit = {}) => {
  const headers = { authorization: `Bearer ${TOKEN}` }
  return (await (await fetch(`${world.emulator.url}${path}`, { headers, ...init })).json()) as Fields
}

describe('several at once', () => {
  it.each(['/v26.0/', '/', '/v26.0'])('by their ids at %s', async (root) => {
    const answer = await ask(`${root}?ids=${SALES},${SUPPORT}&fields=verified_name`)
    expect(answer).toEqual({
      [SALES]: { verified_name: 'Aurora Ventas', id: SALES },
      [SUPPORT]: { verified_name: 'Aurora Soporte', id: SUPPORT },
    })
  })
  it('are refused whole when one id is nobody’s', async () => {
    expect(errorOf({ body: await ask(`/v26.0/?ids=${SALES},12345`) })).toMatchObject({ code: 100, error_subcode: 33 })
  })
  it('in a batch, each answered on its own', async () => {
    const said = { messaging_product: 'whatsapp', to: '5215512345678', type: 'text', text: '{"body":"Hola"}' }
    const batch = [
      { method: 'GET', relative_url: `v23.0/${SALES}?fields=id` },
      {
        method: 'POST',
        relative_url: `/${SALES}/messages`,
        body: new URLSearchParams(said).toString(),
      },
      { method: 'GET', relative_url: '12345' },
    ]
    const body = new URLSearchParams({ access_token: TOKEN, batch: JSON.stringify(batch) })
    const answers = (await ask('/v26.0/', { method: 'POST', headers: {}, body })) as unknown as Fields[]
    expect(answers.map(({ code }) => code)).toEqual([200, 200, 400])
    expect(JSON.parse(String(answers[1]?.['body']))).toHaveProperty('messages')
    expect(fieldsOf(fieldsOf(JSON.parse(String(answers[2]?.['body'])))['error'])).toMatchObject({ error_subcode: 33 })
  })
  it('in a batch, with what an earlier one was answered', async () => {
    const first = { method: 'GET', name: 'numbers', relative_url: `${WABA}/phone_numbers?fields=id` }
    const batch = [first, { method: 'GET', relative_url: '?ids={result=numbers:$.data.*.id}&fields=id' }]
    const answered = async (calls: readonly object[]) => {
      const body = new URLSearchParams({ batch: JSON.stringify(calls), include_headers: 'false' })
      return (await ask('/v26.0/', { method: 'POST', body })) as unknown as (Fields | null)[]
    }
    const both = { code: 200, body: JSON.stringify({ [SALES]: { id: SALES }, [SUPPORT]: { id: SUPPORT } }) }
    expect(await answered(batch)).toEqual([null, both])
    const [kept] = await answered([{ ...first, omit_response_on_success: false }, ...batch.slice(1)])
    expect(kept).toMatchObject({ code: 200 })
  })
  it('of more than fifty are refused', async () => {
    const batch = Array.from({ length: 51 }, () => ({ method: 'GET', relative_url: SALES }))
    const answer = await world.graph('POST', '', { batch })
    expect(errorOf(answer)).toMatchObject({ code: 100 })
  })
})

it('of a parameter that stands twice the last counts', async () => {
  const { data } = await ask(`/v26.0/${WABA}/message_templates?status=NONE&status=PAUSED`)
  expect(data).toHaveLength(1)
})
