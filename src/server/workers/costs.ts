import type { Clock } from '#base/time.ts'
import type { Costs } from '#store/costs.ts'
import { CHANGES_LIKENESS, type Duplicates } from '#store/duplicates.ts'
import type { Numbers } from '#store/numbers.ts'
import type { Templates } from '#store/templates.ts'
import type { BudgetStops } from '../costs/stops.ts'
import { createFollower, type FollowerParts } from './follower.ts'
import type { Worker } from './worker.ts'

export type CostParts = FollowerParts & {
  readonly costs: Pick<Costs, 'project'>
  readonly budgetStops: BudgetStops
  readonly clock: Clock
}

const BREATH_MS = 40

/** Follows the facts with the cost ledger. */
export const createCostLedger = ({ costs, budgetStops, clock, ...parts }: CostParts): Worker =>
  createFollower(parts, {
    name: 'The cost ledger',
    soonMs: 1_500,
    breathMs: BREATH_MS,
    kinds: new Set(['message-progressed']),
    project: (accountId) => costs.project(accountId, clock.now()),
    turn: budgetStops.turn,
    added: budgetStops.look,
  })

/** Counts what becomes of templates. */
export const createTemplateCounter = ({
  templates,
  ...parts
}: FollowerParts & { readonly templates: Pick<Templates, 'count'> }): Worker =>
  createFollower(parts, {
    name: 'What becomes of templates',
    soonMs: 5_000,
    breathMs: BREATH_MS,
    kinds: new Set(['message-progressed']),
    project: templates.count,
  })

/** Compares whoever comes or changes with those they are like. */
export const createDuplicateFinder = ({
  duplicates,
  clock,
  ...parts
}: FollowerParts & { readonly duplicates: Pick<Duplicates, 'follow'>; readonly clock: Clock }): Worker =>
  createFollower(parts, {
    name: 'The list of possible duplicates',
    soonMs: 1_000,
    // Nobody waits for it: a hundred thousand new contacts may take minutes.
    breathMs: 250,
    kinds: CHANGES_LIKENESS,
    project: (accountId) => duplicates.follow(accountId, clock.now()),
  })

/** Counts how sends end. */
export const createSendCounter = ({
  numbers,
  ...parts
}: FollowerParts & { readonly numbers: Pick<Numbers, 'count'> }): Worker =>
  createFollower(parts, {
    name: 'How sends end',
    soonMs: 2_000,
    breathMs: BREATH_MS,
    kinds: new Set(['message-progressed']),
    project: numbers.count,
  })
