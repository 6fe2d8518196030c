import type { Demo } from '../start/demo-file.ts'

/** Whether the demo company has a conversation already: then nothing is told again. Throws when it cannot be read. */
export async function isTold({ url, apiKey }: Demo): Promise<boolean> {
  const headers = { authorization: `Bearer ${apiKey}` }
  const answer = await fetch(`${url}/api/v1/conversations?limit=1`, { headers })
  if (!answer.ok) throw new Error(`The demo cannot be read: ${answer.status} ${await answer.text()}`)
  const { data } = (await answer.json()) as { data: unknown[] }
  return data.length > 0
}
