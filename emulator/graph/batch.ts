import { type Fields, fieldsOf, listOf, textOf } from '../json.ts'
import { badParameter } from './errors.ts'

/** "Up to 50 requests in one batch", "up to 50 ids" (Graph API, Batch requests; Multiple ids, 2025). */
const MOST = 50

/** One call within another. */
export type Inner = { readonly method: string; readonly address: string; readonly body: string }
export type InnerAnswer = { readonly http: number; readonly body: Fields }

/** POST / with `batch`: each is answered on its own, with its body as text. `null`: it is no batch. */
export async function answerBatch(
  body: Fields,
  run: (inner: Inner) => Promise<InnerAnswer>,
): Promise<readonly Fields[] | null> {
  if (body['batch'] === undefined) return null
  const calls = listOf(body['batch']).map(fieldsOf)
  if (calls.length === 0 || calls.length > MOST) throw badParameter(`Param batch must have 1 to ${MOST} requests.`)
  const answers: Fields[] = []
  for (const call of calls) {
    const address = textOf(call['relative_url'])?.replace(/^\//, '') ?? ''
    const { http, body: answer } = await run({
      method: (textOf(call['method']) ?? 'GET').toUpperCase(),
      address,
      body: textOf(call['body']) ?? '',
    })
    const headers = [{ name: 'Content-Type', value: 'application/json; charset=UTF-8' }]
    answers.push({ code: http, headers, body: JSON.stringify(answer) })
  }
  return answers
}

/** GET /?ids=a,b: each object under its id. Throws when one of them is not there. */
export async function answerIds(ids: string, run: (id: string) => Fields | Promise<Fields>): Promise<Fields> {
  const wanted = ids.split(',').filter((id) => id !== '')
  if (wanted.length === 0 || wanted.length > MOST) throw badParameter(`Param ids must have 1 to ${MOST} ids.`)
  const found: Record<string, Fields> = {}
  for (const id of wanted) found[id] = await run(id)
  return found
}
