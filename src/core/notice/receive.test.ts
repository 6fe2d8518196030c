import { expect, test } from 'vitest'
import { type Instant, hours, minutes, plus } from '#base/time.ts'
import type { CommandBody } from '../loop/command.ts'
import { SALES, scene } from '../loop/scene.ts'
import type { Notice } from './notice.ts'

const NOTICE: Notice = {
  code: 'line-flagged',
  about: { kind: 'line', address: null },
  from: null,
  to: null,
  details: [],
  until: null,
  standing: [{ aspect: 'quality', value: 'RED', until: null }],
}
const told = (toldAt: Instant | null, about: Partial<Heard> = {}): CommandBody => ({
  kind: 'receive-notice',
  line: SALES,
  field: 'phone_number_quality_update',
  value: { event: 'FLAGGED' },
  notice: NOTICE,
  toldAt,
  ...about,
})
type Heard = Extract<CommandBody, { kind: 'receive-notice' }>

test('a notice is a fact with all it says, and is put on the list', () => {
  const stage = scene()
  const toldAt = plus(stage.now(), minutes(-5))
  stage.play(told(toldAt))
  expect(stage.facts).toMatchObject([{ kind: 'platform-notice-received', lineId: SALES.lineId, notice: NOTICE }])
  expect(stage.effects).toMatchObject([
    { kind: 'keep-notice', value: { event: 'FLAGGED' }, toldAt, heardAt: stage.now(), isDated: true },
  ])
})

test('a time that is still to come, or none, is now: it would outlast every true word that follows', () => {
  const stage = scene()
  stage.play(told(plus(stage.now(), hours(48))))
  stage.play(told(null))
  expect(stage.effects).toMatchObject([
    { toldAt: stage.now(), isDated: true },
    { toldAt: stage.now(), isDated: false },
  ])
})

test('traffic is a fact and nothing to be told of; what concerns templates has them read again', () => {
  const stage = scene()
  stage.play(told(null, { field: 'history', notice: null }))
  expect(stage.effects).toEqual([])
  stage.play(told(null, { field: 'template_category_update' }))
  expect(stage.effects.map(({ kind }) => kind)).toEqual(['keep-notice', 'sync-templates'])
})
