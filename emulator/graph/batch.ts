import { type Fields, fieldsOf, listOf, textOf } from '../json.ts'
import { badParameter } from './errors.ts'

/** "Up to 50 requests in one batch", "up to 50 ids" (Graph API, Batch requests; Multiple ids, 2025). */
const MOST = 50

/** One call within another. */
export type Inner = { readonly method: string; readonly address: string; readonly body: string }
export type InnerAnswer = { readonly http: number; readonly body: Fields }

/**
 * POST / with `batch`: each is answered on its own, with its body as text, in their order. `{result=name:$.path}` stands for
 * something in the answer to an earlier one of that name, which is then left out unless it says otherwise (Graph API, Batch
 * requests, 2025). `null`: it is no batch.
 */
export async function answerBatch(
  body: Fields,
  run: (inner: Inner) => Promise<InnerAnswer>,
): Promise<readonly (Fields | null)[] | null> {
  if (body['batch'] === undefined) return null
  const calls = listOf(body['batch']).map(fieldsOf)
  if (calls.length === 0 || calls.length > MOST) throw badParameter(`Param batch must have 1 to ${MOST} requests.`)
  const headers = [{ name: 'Content-Type', value: 'application/json; charset=UTF-8' }]
  const hasHeaders = !['false', false].includes(body['include_headers'] as string | boolean)
  const used = new Set(calls.flatMap((call) => referencesIn(call).map(({ name }) => name)))
  const named = new Map<string, Fields>()
  const answers: (Fields | null)[] = []
  for (const call of calls) {
    const { http, body: answer } = await run({
      method: (textOf(call['method']) ?? 'GET').toUpperCase(),
      address: filled(textOf(call['relative_url'])?.replace(/^\//, '') ?? '', named),
      body: filled(textOf(call['body']) ?? '', named),
    })
    const name = textOf(call['name'])
    if (name !== undefined) named.set(name, answer)
    const isLeftOut = http === 200 && name !== undefined && used.has(name) && call['omit_response_on_success'] !== false
    const told = { code: http, ...(hasHeaders ? { headers } : {}), body: JSON.stringify(answer) }
    answers.push(isLeftOut ? null : told)
  }
  return answers
}

const REFERENCE = /\{result=([\w-]+):\$\.?([^}]*)\}/g

const referencesIn = (call: Fields): { readonly name: string }[] =>
  [...`${textOf(call['relative_url'])} ${textOf(call['body'])}`.matchAll(REFERENCE)].map(([, name = '']) => ({ name }))

const filled = (text: string, named: ReadonlyMap<string, Fields>): string =>
  text.replace(REFERENCE, (whole, name: string, path: string) => {
    const answer = named.get(name)
    return answer === undefined ? whole : found(answer, path).join(',')
  })

/** What a path such as `data.*.id` or `data[0].id` leads to. */
function found(answer: unknown, path: string): string[] {
  const steps = path.split(/[.[\]]+/).filter((step) => step !== '')
  const ends = steps.reduce<unknown[]>(
    (here, step) =>
      here.flatMap((value) => (step === '*' ? Object.values(Object(value)) : [(Object(value) as Fields)[step]])),
    [answer],
  )
  return ends.flatMap((end) => textOf(end) ?? [])
}

/** GET /?ids=a,b: each object under its id. Throws when one of them is not there. */
export async function answerIds(ids: string, run: (id: string) => Fields | Promise<Fields>): Promise<Fields> {
  const wanted = ids.split(',').filter((id) => id !== '')
  if (wanted.length === 0 || wanted.length > MOST) throw badParameter(`Param ids must have 1 to ${MOST} ids.`)
  const found: Record<string, Fields> = {}
  for (const id of wanted) found[id] = await run(id)
  return found
}
