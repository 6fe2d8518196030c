import type { FastifyInstance } from 'fastify'
import { type Fields, fieldsOf, textOf } from '../json.ts'
import { categories } from '../template/format.ts'
import { reasons } from '../template/judgement.ts'
import { setStatus } from '../template/life.ts'
import { disable, pauseForQuality, setQuality } from '../template/quality.ts'
import {
  announceCategory,
  changeReview,
  type Decision,
  reviewSettings,
  type ReviewSettings,
  usualReview,
} from '../template/review.ts'
import type { Template } from '../world/model.ts'
import type { World } from '../world/world.ts'
import { invalid, missing } from './refusal.ts'

const qualities = ['GREEN', 'YELLOW', 'RED', 'UNKNOWN'] as const
const statuses =
  'APPROVED REJECTED PAUSED DISABLED PENDING FLAGGED ARCHIVED LOCKED IN_APPEAL LIMIT_EXCEEDED REINSTATED'.split(' ')

type Which = { Params: { id: string } }

/** `/control/v1/templates` and `/control/v1/review`: what Meta may do to a template, and how its reviewer works. */
export function templateRoutes(server: FastifyInstance, world: World): void {
  const known = (id: string): Template => {
    const template =
      world.templates.get(id) ??
      [...world.templates.all()].findLast(({ name, deletedAt }) => name === id && deletedAt === null)
    if (template === undefined) throw missing('template', id)
    return template
  }
  server.get('/control/v1/templates', () => ({
    data: [...world.templates.all()].filter((template) => template.deletedAt === null),
  }))
  server.patch<Which>('/control/v1/templates/:id', (request) =>
    change(world, known(request.params.id), fieldsOf(request.body)),
  )
  server.post<Which>('/control/v1/templates/:id/category', (request) => {
    const template = known(request.params.id)
    const category = categories.find((each) => each === fieldsOf(request.body)['category'])
    if (category === undefined) throw invalid(`\`category\` is one of ${categories.join(', ')}`)
    announceCategory(world, template, category, world.clock.now())
    return world.templates.get(template.id)
  })
  server.get('/control/v1/review', () => reviewSettings(world))
  server.put('/control/v1/review', (request) => {
    changeReview(world, { ...reviewSettings(world), ...readReview(fieldsOf(request.body)) })
    return reviewSettings(world)
  })
  server.delete('/control/v1/review', () => {
    changeReview(world, usualReview)
    return reviewSettings(world)
  })
}

function change(world: World, template: Template, body: Fields): Template {
  const { status, quality } = body
  const reason = textOf(body['reason'])
  const score = qualities.find((each) => each === quality)
  if (quality !== undefined && score === undefined) throw invalid(`\`quality\` is one of ${qualities.join(', ')}`)
  if (status !== undefined && !statuses.includes(String(status)))
    throw invalid(`\`status\` is one of ${statuses.join(', ')}`)
  if (quality === undefined && status === undefined) throw invalid('Send `{ "status", "reason"? }` or `{ "quality" }`')
  if (score !== undefined) setQuality(world, template, score)
  const known = world.templates.get(template.id) ?? template
  if (status === 'PAUSED') pauseForQuality(world, known)
  else if (status === 'DISABLED') disable(world, known)
  else if (status === 'REJECTED')
    setStatus(world, known, { event: status, reason: reason ?? 'INVALID_FORMAT', info: told })
  else if (status !== undefined)
    setStatus(world, known, { event: String(status), ...(reason === undefined ? {} : { reason }) })
  return world.templates.get(template.id) ?? template
}

const told = {
  reason: 'The template does not comply with the WhatsApp Business policies.',
  recommendation: 'Change it and submit it again.',
}

function readReview(body: Fields): Partial<ReviewSettings> {
  const { delayMs, next, rejectionInfo, ...odd } = body
  if (Object.keys(odd).length > 0)
    throw invalid(`A review has delayMs, next and rejectionInfo, no ${Object.keys(odd)[0]}`)
  if (delayMs !== undefined && (typeof delayMs !== 'number' || delayMs < 0))
    throw invalid('`delayMs` is a number of milliseconds')
  if (rejectionInfo !== undefined && rejectionInfo !== 'inside' && rejectionInfo !== 'beside')
    throw invalid('`rejectionInfo` is "inside" or "beside"')
  if (next !== undefined && !Array.isArray(next)) throw invalid('`next` is a list of decisions')
  return {
    ...(delayMs === undefined ? {} : { delayMs }),
    ...(rejectionInfo === undefined ? {} : { rejectionInfo }),
    ...(next === undefined ? {} : { next: next.map(readDecision) }),
  }
}

function readDecision(value: unknown): Decision {
  const { outcome, reason, category, recommendation } = fieldsOf(value)
  if (outcome !== 'APPROVED' && outcome !== 'REJECTED') throw invalid('`outcome` is "APPROVED" or "REJECTED"')
  const why = reasons.find((each) => each === reason)
  if (reason !== undefined && why === undefined) throw invalid(`\`reason\` is one of ${reasons.join(', ')}`)
  const as = categories.find((each) => each === category)
  if (category !== undefined && as === undefined) throw invalid(`\`category\` is one of ${categories.join(', ')}`)
  const advice = textOf(recommendation)
  return {
    outcome,
    ...(why === undefined ? {} : { reason: why }),
    ...(as === undefined ? {} : { category: as }),
    ...(advice === undefined ? {} : { recommendation: advice }),
  }
}
