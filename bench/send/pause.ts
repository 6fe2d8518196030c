import { request } from 'undici'
import type { House } from '../house.ts'

/** As an administrator does it: signed in, over the API. */
export const pauseLine = (house: House, lineId: string): Promise<void> => change(house, lineId, 'pause')
export const resumeLine = (house: House, lineId: string): Promise<void> => change(house, lineId, 'resume')

async function change({ settings }: House, lineId: string, what: 'pause' | 'resume'): Promise<void> {
  const headers = { origin: settings.url }
  const signedIn = await request(`${settings.url}/api/v1/sign-in`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ email: settings.email, password: settings.password }),
  })
  await signedIn.body.dump()
  const cookie = String(signedIn.headers['set-cookie']).split(';')[0] ?? ''
  const answer = await request(`${settings.url}/api/v1/lines/${lineId}/${what}`, {
    method: 'POST',
    headers: { ...headers, cookie },
  })
  await answer.body.dump()
  if (answer.statusCode !== 200) throw new Error(`The line could not be changed: HTTP ${answer.statusCode}`)
}
