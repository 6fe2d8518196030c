import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DuplicateView, ProposalView } from '#contract/contact.ts'
import type { ContactView, ConversationView, MessageView } from '#contract/views.ts'
import { type House, NUMBER, openHouse, textFrom, until } from './test-house.ts'

const OWN = '5215512345678'
const WORK = '5215587654321'
const OTHER_NUMBER = '106540352242923'

let house: House
let cookie: string
beforeAll(async () => {
  const line = { verifiedName: 'Aurora', country: 'MX' }
  house = await openHouse({
    phoneNumbers: [
      { ...line, id: NUMBER, displayPhoneNumber: '+52 55 5000 1000' },
      { ...line, id: OTHER_NUMBER, displayPhoneNumber: '+52 55 5000 2000' },
    ],
  })
  const answer = await fetch(`${house.url}/api/v1/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'ana@aurora.example', password: 'bacado-defigo-1234' }),
  })
  cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
})
afterAll(() => house.close())

async function asAna<Body>(method: 'GET' | 'POST', path: string, body?: unknown) {
  const answer = await fetch(`${house.url}/api/v1${path}`, {
    method,
    headers: { cookie, origin: 'http://localhost:4000', 'content-type': 'application/json', 'accept-language': 'en' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  return { status: answer.status, body: (text === '' ? null : JSON.parse(text)) as Body }
}
const open = async () => (await house.api<{ data: ConversationView[] }>('GET', '/api/v1/conversations')).body.data
const said = async (id: string) =>
  (await house.api<{ data: MessageView[] }>('GET', `/api/v1/conversations/${id}/messages`)).body.data.map(
    ({ content }) => content['text'],
  )

test('two contacts are merged by somebody who may, answered where they write, and two again', async () => {
  const own = await house.write(OWN, 'hola')
  const work = await house.write(WORK, 'soy yo desde el trabajo')
  const [into, from] = [own.contact.id, work.contact.id]
  const path = `/contacts/${into}/merge`
  expect((await house.api('POST', `/api/v1${path}`, { with: from })).status).toBe(403)
  expect((await asAna('POST', path, { with: into })).status).toBe(422)
  expect((await asAna('POST', path, { with: crypto.randomUUID() })).status).toBe(404)

  const [first, second] = await Promise.all([
    asAna<ContactView>('POST', path, { with: from, why: 'Lo dijo ella' }),
    asAna<ContactView>('POST', `/contacts/${from}/merge`, { with: into }),
  ])
  expect([first.status, second.status].toSorted()).toEqual([200, 409])
  const [joint, part] = first.status === 200 ? [into, from] : [from, into]
  const after = (await asAna<ContactView>('GET', `/contacts/${joint}`)).body
  expect(after).toMatchObject({ parts: [{ contactId: part }], joined: null })
  expect(after.addresses).toHaveLength(2)
  expect((await asAna<ContactView>('GET', `/contacts/${part}`)).body).toMatchObject({ joined: { into: joint } })

  const both = await open()
  expect(both.map(({ contact }) => contact.id)).toEqual([joint])
  expect(await said(both[0]?.id ?? '')).toEqual(['soy yo desde el trabajo', 'hola'])
  const again = await house.write(OWN, 'y ahora desde casa')
  expect([again.contact.id, again.of]).toEqual([joint, joint === into ? null : into])
  const moved = (await house.api<ConversationView>('GET', `/api/v1/conversations/${work.id}`)).body
  expect([moved.state, moved.continuedBy]).toEqual(['resolved', own.id])

  const undone = await asAna<ContactView>('POST', `/contacts/${joint}/undo-merge`, { part, why: 'Eran dos' })
  expect(undone.body).toMatchObject({ id: part, joined: null, separations: [{ contactId: joint, why: 'Eran dos' }] })
  expect((await asAna('POST', `/contacts/${joint}/undo-merge`, { part })).status).toBe(409)
  expect(await said(own.id)).toEqual(['y ahora desde casa', 'hola'])
  expect(await said(work.id)).toEqual(['soy yo desde el trabajo'])
})

test('who has a phone that somebody else gives in another spelling is proposed, until somebody says no', async () => {
  const argentine = await house.write('5491162000010', 'hola')
  const proposals = async () =>
    (await asAna<{ data: ProposalView[] }>('GET', `/contacts/${argentine.contact.id}/merge-proposals`)).body.data
  expect(await proposals()).toEqual([])
  const card = { name: { formatted_name: 'Yo' }, phones: [{ phone: '+54 11 6200-0010', wa_id: '541162000010' }] }
  const shared = { type: 'contacts', contacts: [{ ...card, origin: 'contact_request' }] }
  const written = '"type":"text","text":{"body":""}'
  await house.knock(textFrom('5215500001111', '').replace(written, JSON.stringify(shared).slice(1, -1)))
  const [proposal] = await until(async () => {
    const found = await proposals()
    return found.length > 0 ? found : undefined
  })
  const [strongest, ...supporting] = proposal?.evidence ?? []
  expect(strongest).toMatchObject({ kind: 'claimed-phone', strength: 'strong', own: '+541162000010' })
  expect(supporting.map(({ strength }) => strength)).toEqual(['supporting'])
  expect(strongest?.words).toContain('shared +541162000010')
  const no = { from: proposal?.contact.id, evidence: ['claimed-phone'] }
  expect((await asAna('POST', `/contacts/${argentine.contact.id}/keep-apart`, no)).status).toBe(204)
  expect(await proposals()).toEqual([])
})

test('whoever reviews has them in one list, and of two who decide at once one is told of the other', async () => {
  type List = { data: DuplicateView[]; next: string | null }
  const path = '/possible-duplicates?kind=username'
  for (const from of ['5215500003331', '5215500003332']) {
    await house.knock(textFrom(from, 'hola').replace('"profile":{', '"profile":{"username":"@mar.solis",'))
  }
  expect((await house.api('GET', `/api/v1${path}`)).status).toBe(403)
  const [found] = await until(async () => {
    const { data } = (await asAna<List>('GET', path)).body
    return data.length > 0 ? data : undefined
  })
  const [first, second] = found?.contacts.map(({ id }) => id) ?? []
  expect(found?.evidence[0]).toMatchObject({ kind: 'username', words: 'Both use the username @mar.solis.' })
  expect((await asAna('GET', '/possible-duplicates?kind=likes')).status).toBe(422)

  const evidence = ['username']
  const [no, yes] = await Promise.all([
    asAna('POST', `/contacts/${first}/keep-apart`, { from: second, evidence }),
    asAna<{ errors: { code: string }[] }>('POST', `/contacts/${first}/merge`, { with: second, evidence }),
  ])
  expect([
    [204, 409],
    [409, 200],
  ]).toContainEqual([no.status, yes.status])
  expect((await asAna<List>('GET', path)).body.data).toEqual([])
})

test('whoever was merged is found by the id they had: written to as themselves, heard, and not erased by half', async () => {
  const into = await house.write('5215500004441', 'hola')
  const part = await house.write('5215500004442', 'soy yo también')
  const partId = part.contact.id
  const { body: joint } = await asAna<ContactView>('POST', `/contacts/${into.contact.id}/merge`, { with: partId })
  const to = { contactId: partId, lineId: part.lineId }
  const sent = await asAna<MessageView>('POST', '/messages', { to, content: { kind: 'text', text: 'buenas' } })
  expect([sent.status, sent.body.conversationId]).toEqual([202, part.id])

  const consent = { contactId: partId, purposes: ['marketing'], change: 'withdrawn', means: 'agent' }
  const said = { ...consent, evidence: { kind: 'statement', text: 'Lo dijo por teléfono' } }
  const noted = await asAna<{ contactId: string; repeated: boolean }>('POST', '/consents', said)
  expect(noted).toMatchObject({ status: 201, body: { contactId: joint.id, repeated: false } })
  const { consents } = (await asAna<ContactView>('GET', `/contacts/${joint.id}`)).body
  expect(consents.find(({ change }) => change === 'withdrawn')?.address).toContain('5215500004442')

  const zone = 'America/Tijuana'
  expect((await asAna('POST', `/contacts/${partId}/zone`, { zone })).status).toBe(204)
  expect((await asAna<ContactView>('GET', `/contacts/${joint.id}`)).body.zone).toBe(zone)

  const refused = { status: 409, body: { errors: [{ code: 'contact-merged', found: partId, expected: joint.id }] } }
  const request = { contactId: partId, kind: 'erase', way: 'email' }
  expect(await asAna('POST', '/privacy/requests', request)).toMatchObject(refused)
})

test('what a part asked for before is done with the whole, which stays whole until then', async () => {
  const into = (await house.write('5215500005551', 'hola')).contact.id
  const part = (await house.write('5215500005552', 'soy yo también')).contact.id
  const request = { contactId: part, kind: 'erase', way: 'email' }
  const { id } = (await asAna<{ id: string }>('POST', '/privacy/requests', request)).body
  expect((await asAna('POST', `/contacts/${into}/merge`, { with: part })).status).toBe(200)
  const erased = await asAna('POST', `/privacy/requests/${id}/erase`, { name: 'Lucía' })
  expect(erased).toMatchObject({ status: 200, body: { state: 'scheduled', contact: { id: into } } })
  const undone = await asAna<{ code: string }>('POST', `/contacts/${into}/undo-merge`, { part })
  expect([undone.status, undone.body.code]).toEqual([409, 'contact-being-erased'])
})

test('a part is never erased without the whole, in whatever instant both are asked for', async () => {
  for (let round = 0; round < 8; round++) {
    const into = (await house.write(`52155000061${round}1`, 'hola')).contact.id
    const part = (await house.write(`52155000061${round}2`, 'soy yo también')).contact.id
    const request = { contactId: part, kind: 'erase', way: 'email' }
    const { id } = (await asAna<{ id: string }>('POST', '/privacy/requests', request)).body
    const erase = () =>
      asAna<{ contact: { id: string }; code: string }>('POST', `/privacy/requests/${id}/erase`, { name: 'Lucía' })
    const merge = () => asAna<{ code: string }>('POST', `/contacts/${into}/merge`, { with: part })
    const [merged, erased] = await Promise.all(round % 2 ? [merge(), erase()] : [merge(), later(round, erase)])
    if (merged.status === 200 && erased.status === 200) expect(erased.body.contact.id).toBe(into)
    else if (merged.status === 200) expect([erased.status, erased.body.code]).toEqual([409, 'contact-merged'])
    else expect([merged.status, merged.body.code, erased.status]).toEqual([409, 'contact-being-erased', 200])
  }
})
const later = async <Answer>(ms: number, act: () => Promise<Answer>): Promise<Answer> => {
  await new Promise((resolve) => setTimeout(resolve, ms))
  return act()
}

test('who changed their number is one at WhatsApp’s word, until somebody says that they are two', async () => {
  const [before, after] = ['5215500002221', '5215500002222']
  const announced = (number: string) => {
    const system = { type: 'user_changed_number', body: 'Cambió de número', wa_id: after }
    const written = '"type":"text","text":{"body":""}'
    return textFrom(before, '', number).replace(written, `"type":"system","system":${JSON.stringify(system)}`)
  }
  const old = await house.write(before, 'hola')
  const word = announced(NUMBER)
  const other = await house.write(after, 'ya desde el nuevo')
  const [into, part] = [old.contact.id, other.contact.id]
  const contact = async () => (await asAna<ContactView>('GET', `/contacts/${into}`)).body
  expect((await house.knock(word)).status).toBe(200)
  const merged = await until(async () => {
    const now = await contact()
    return now.parts.length > 0 ? now : undefined
  })
  expect(merged.parts).toMatchObject([{ contactId: part, by: { kind: 'system' }, evidence: ['announced'], why: null }])
  expect(merged.addresses.map(({ value, of }) => [value, of])).toEqual([[after, part]])
  const theirs = async () => (await open()).filter(({ contact: { id } }) => id === into || id === part)
  const [thread, ...more] = await theirs()
  expect([thread?.id, thread?.contact.id, more]).toEqual([other.id, into, []])
  expect(await said(other.id)).toEqual(expect.arrayContaining(['hola', 'Cambió de número', 'ya desde el nuevo']))

  const undone = await asAna<ContactView>('POST', `/contacts/${into}/undo-merge`, { part, why: 'Es su hermano' })
  expect(undone.body).toMatchObject({ id: part, joined: null, addresses: [{ value: after, of: null }] })
  expect(await said(other.id)).toEqual(['ya desde el nuevo'])
  expect((await said(old.id)).toSorted()).toEqual(['Cambió de número', 'hola'])
  expect((await house.knock(announced(OTHER_NUMBER))).status).toBe(200)
  await until(async () => (await theirs()).find(({ lineId }) => lineId !== thread?.lineId))
  await house.write(after, 'sigo siendo el hermano')
  expect((await contact()).parts).toEqual([])
  expect(await said(other.id)).toEqual(['sigo siendo el hermano', 'ya desde el nuevo'])
  const asked = { with: part, evidence: ['announced'] }
  expect((await asAna('POST', `/contacts/${into}/merge`, asked)).status).toBe(422)
})
