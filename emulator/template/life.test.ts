import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Fields, fieldsOf, listOf } from '../json.ts'
import { errorOf, startTestWorld, type TestWorld, WABA } from '../testing.ts'

let world: TestWorld
beforeEach(async () => {
  world = await startTestWorld()
  await world.control('PUT', 'review', { delayMs: 0 })
})
afterEach(() => world.close())

const DAY = 86_400_000
const wait = (advanceMs: number) => world.control('POST', 'clock', { advanceMs })
const body = (text = 'Hola {{1}}, tu solicitud ya fue recibida por un asesor.'): Fields[] => [
  { type: 'BODY', text, example: { body_text: [['Ana']] } },
]
const create = (change: Fields = {}) =>
  world.graph('POST', `${WABA}/message_templates`, {
    name: 'solicitud_recibida',
    language: 'es_MX',
    category: 'UTILITY',
    components: body(),
    ...change,
  })
const events = (field = 'event') =>
  world.receiver
    .values()
    .map((value) => value[field])
    .filter((event) => event !== undefined)
const approved = async (change: Fields = {}) => {
  const { body: answer } = await create(change)
  await expect.poll(() => world.emulator.world.templates.get(String(answer['id']))?.status).toBe('APPROVED')
  return String(answer['id'])
}
const subcode = (answer: { body: Fields }) => errorOf(answer)['error_subcode'] ?? errorOf(answer)['code']

describe('the review', () => {
  it('answers PENDING and decides after its delay, by the emulator’s clock', async () => {
    await world.control('PUT', 'review', { delayMs: 3_600_000 })
    const { body: answer } = await create()
    expect(answer).toMatchObject({ status: 'PENDING', category: 'UTILITY' })
    expect(events()).toEqual([])
    await wait(3_600_000)
    await expect
      .poll(() => world.receiver.values())
      .toMatchObject([
        {
          event: 'APPROVED',
          message_template_id: Number(answer['id']),
          message_template_name: 'solicitud_recibida',
          message_template_language: 'es-MX',
          message_template_category: 'UTILITY',
          reason: 'NONE',
        },
      ])
  })
  it('rejects with a reason, a sentence and an advice', async () => {
    const { body: answer } = await create({
      components: body('Hola {{1}}, paga hoy o habrá acciones legales contra ti.'),
    })
    await expect
      .poll(() => world.receiver.values())
      .toMatchObject([
        { event: 'REJECTED', reason: 'ABUSIVE_CONTENT', rejection_info: { recommendation: expect.any(String) } },
      ])
    expect((await world.graph('GET', String(answer['id']))).body).toMatchObject({
      status: 'REJECTED',
      rejected_reason: 'ABUSIVE_CONTENT',
    })
  })
  it('approves as marketing what sells', async () => {
    const id = await approved({ components: body('Hola {{1}}, tu solicitud tiene 20% de descuento hasta hoy.') })
    await expect
      .poll(() => world.receiver.values())
      .toMatchObject([{ event: 'APPROVED', message_template_category: 'MARKETING' }])
    expect((await world.graph('GET', `${id}?fields=category,previous_category`)).body).toMatchObject({
      category: 'MARKETING',
      previous_category: 'UTILITY',
    })
  })
  it('decides what it is told to, with the reason inside the value or beside it', async () => {
    await world.control('PUT', 'review', { next: [{ outcome: 'REJECTED', reason: 'SCAM' }], rejectionInfo: 'beside' })
    await create()
    await expect.poll(() => events()).toEqual(['REJECTED'])
    const change = fieldsOf(
      listOf(fieldsOf(listOf(fieldsOf(JSON.parse(world.receiver.bodies[0]?.raw ?? ''))['entry'])[0])['changes'])[0],
    )
    expect(change).toMatchObject({ value: { reason: 'SCAM' }, rejection_info: { reason: expect.any(String) } })
    expect(change['value']).not.toHaveProperty('rejection_info')
    expect((await world.control('PUT', 'review', { next: [{ outcome: 'MAYBE' }] })).status).toBe(400)
  })
})

describe('a category', () => {
  it('is announced a day before it changes', async () => {
    const id = await approved()
    await world.control('POST', `templates/${id}/category`, { category: 'MARKETING' })
    await expect
      .poll(() => world.receiver.values().at(-1))
      .toMatchObject({
        new_category: 'UTILITY',
        correct_category: 'MARKETING',
        category_update_timestamp: expect.any(Number),
      })
    await wait(DAY)
    await expect
      .poll(() => world.receiver.values().at(-1))
      .toMatchObject({
        previous_category: 'UTILITY',
        new_category: 'MARKETING',
      })
  })
  it('that was given wrongly is noticed a week later', async () => {
    await world.control('PUT', 'review', { next: [{ outcome: 'APPROVED', category: 'UTILITY' }] })
    const id = await approved({ components: body('Hola {{1}}, tu solicitud tiene 20% de descuento hasta hoy.') })
    expect(world.emulator.world.templates.get(id)?.category).toBe('UTILITY')
    await wait(9 * DAY)
    expect(world.emulator.world.templates.get(id)?.category).toBe('MARKETING')
    await expect.poll(() => events('new_category')).toEqual(['UTILITY', 'MARKETING'])
  })
})

describe('an edit', () => {
  const edit = (id: string, text: string) => world.graph('POST', id, { components: body(text) })
  it('is reviewed again, once in a day and ten times in thirty', async () => {
    const id = await approved()
    for (let day = 0; day < 10; day += 1) {
      expect((await edit(id, `Hola {{1}}, tu solicitud número ${day} ya fue recibida.`)).status).toBe(200)
      await expect.poll(() => world.emulator.world.templates.get(id)?.status).toBe('APPROVED')
      expect(subcode(await edit(id, 'Hola {{1}}, tu solicitud ya está con un asesor.'))).toBe(2388004)
      await wait(DAY)
    }
    expect(subcode(await edit(id, 'Hola {{1}}, tu solicitud ya está con un asesor.'))).toBe(2388004)
    await wait(21 * DAY)
    expect((await edit(id, 'Hola {{1}}, tu solicitud ya está con un asesor.')).status).toBe(200)
    expect(world.receiver.values().some((value) => value['message_template_element'] !== undefined)).toBe(true)
  })
  it('changes the category only of a rejected one, and nothing while it is reviewed', async () => {
    const id = await approved()
    expect(subcode(await world.graph('POST', id, { category: 'MARKETING' }))).toBe(2388003)
    await world.control('PUT', 'review', { delayMs: DAY })
    await edit(id, 'Hola {{1}}, tu solicitud ya está con un asesor.')
    expect(subcode(await edit(id, 'Hola {{1}}, tu solicitud ya está con un asesor hoy.'))).toBe(2388003)
    await world.control('PATCH', `templates/${id}`, { status: 'REJECTED', reason: 'PROMOTIONAL' })
    expect((await world.graph('POST', id, { category: 'MARKETING', components: body() })).status).toBe(200)
  })
})

describe('deleting', () => {
  it('blocks the name of what was approved for thirty days, and not of what was rejected', async () => {
    await approved()
    expect((await world.graph('DELETE', `${WABA}/message_templates?name=solicitud_recibida`)).status).toBe(200)
    expect(subcode(await create())).toBe(2388023)
    await wait(30 * DAY)
    await expect.poll(() => events().at(-1)).toBe('DELETED')
    expect((await create()).status).toBe(200)
  })
  it('takes one language by its id', async () => {
    const id = await approved()
    await approved({ language: 'es_AR', components: body('Hola {{1}}, tu solicitud ya está con un asesor hoy.') })
    await world.graph('DELETE', `${WABA}/message_templates?name=solicitud_recibida&hsm_id=${id}`)
    const { body: list } = await world.graph('GET', `${WABA}/message_templates?name=solicitud_recibida`)
    expect(listOf(list['data'])).toMatchObject([{ language: 'es_AR' }])
  })
  it('is refused for a disabled one', async () => {
    const id = await approved()
    await world.control('PATCH', `templates/${id}`, { status: 'DISABLED' })
    expect(subcode(await world.graph('DELETE', `${WABA}/message_templates?name=solicitud_recibida`))).toBe(2388005)
  })
})

describe('limits of the account', () => {
  const one = (index: number) =>
    create({ name: `aviso_${index}`, components: body(`Hola {{1}}, tu solicitud ${index} ya fue recibida.`) })
  it('are a hundred new templates an hour and 250 without verification', async () => {
    for (let index = 0; index < 100; index += 1) expect((await one(index)).status).toBe(200)
    expect(subcode(await one(100))).toBe(80007)
    await wait(3_600_000)
    for (let index = 100; index < 200; index += 1) await one(index)
    await wait(3_600_000)
    await world.control('PUT', 'account', { verified: false })
    const known = world.emulator.world.templates.size()
    for (let index = known; index < 250; index += 1) expect((await one(index)).status).toBe(200)
    expect(subcode(await one(999))).toBe(2388019)
  })
})

describe('the library', () => {
  it('can be searched, and needs no review', async () => {
    const { body: found } = await world.graph('GET', 'message_template_library?language=es&topic=PAYMENTS')
    expect(listOf(found['data'])).toMatchObject([
      { name: 'payment_due_reminder_1', body_param_types: ['TEXT', 'AMOUNT', 'DATE'] },
    ])
    const { body: answer } = await create({
      name: 'aviso_de_pago',
      language: 'es',
      library_template_name: 'payment_due_reminder_1',
      library_template_button_inputs:
        "[{'type':'URL','url':{'base_url':'https://a.example/{{1}}','url_suffix_example':'https://a.example/x'}}]",
      components: undefined,
    })
    expect(answer).toMatchObject({ status: 'APPROVED', category: 'UTILITY' })
    expect((await create({ name: 'otro', library_template_name: 'nada' })).status).toBe(400)
  })
})

describe('upsert, archive and compare', () => {
  it('creates and edits a code in several languages at once', async () => {
    const upsert = () =>
      world.graph('POST', `${WABA}/upsert_message_templates`, {
        name: 'codigo_nuevo',
        languages: ['es', 'en_US'],
        category: 'AUTHENTICATION',
        components: [
          { type: 'BODY', add_security_recommendation: true },
          { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE' }] },
        ],
      })
    const first = listOf((await upsert()).body['data']).map(fieldsOf)
    expect(first).toMatchObject([{ language: 'es', status: 'PENDING' }, { language: 'en_US' }])
    await expect.poll(() => events()).toEqual(['APPROVED', 'APPROVED'])
    const again = listOf((await upsert()).body['data']).map(fieldsOf)
    expect(again.map(({ id }) => id)).toEqual(first.map(({ id }) => id))
  })
  it('puts away and takes out again', async () => {
    const id = await approved()
    await world.graph('POST', `${id}/archive`)
    await world.graph('POST', `${id}/unarchive`)
    await expect.poll(() => events()).toEqual(['APPROVED', 'ARCHIVED', 'UNARCHIVED'])
    expect((await world.graph('POST', `${id}/unarchive`)).status).toBe(400)
    expect(subcode(await world.graph('POST', `${id}/unpause`))).toBe(2388006)
  })
  it('sets two templates side by side', async () => {
    const [first, second] = [
      await approved(),
      await approved({ name: 'otra', components: body('Hola {{1}}, tu trámite ya terminó hoy.') }),
    ]
    const { body: answer } = await world.graph(
      'GET',
      `${first}/compare?template_ids=[${second}]&start=1&end=2000000000`,
    )
    expect(listOf(answer['data']).map((row) => fieldsOf(row)['metric'])).toEqual([
      'BLOCK_RATE',
      'MESSAGE_SENDS',
      'TOP_BLOCK_REASON',
    ])
  })
})
