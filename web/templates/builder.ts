import { create } from 'zustand'
import type { Language } from '#base/language.ts'
import type { Misspelt } from '#core/template/lint/advice/spelling.ts'
import type { OtherTemplate } from '#core/template/lint/advice/twins.ts'
import type { Finding, LintReport, Place } from '#core/template/lint/finding.ts'
import { lint } from '#core/template/lint/lint.ts'
import { type Form, newForm } from './model/form.ts'
import { mend, mendAll } from './model/mend.ts'
import { back, begin, change, forth, ONCE, type Past } from './model/past.ts'
import { cardAt, inputOf } from './model/places.ts'
import { toBody } from './model/to-body.ts'

/** What the linter is told besides the form. */
export type Reader = {
  readonly language: Language
  readonly others: readonly OtherTemplate[]
  /** Country most messages go to, for the cost. */
  readonly market: string | null
}

/** The template on the screen: what is written, and what the linter says of exactly that. */
export type Builder = {
  readonly past: Past<Form>
  readonly report: LintReport
  /** How long the linter took for it. */
  readonly lintMs: number
  readonly reader: Reader
  readonly misspelt: Misspelt
  /** The finding somebody looks at, by `findingKey`. */
  readonly active: string | null
  /** The card on the screen, from 0. */
  readonly card: number
  /** Whether submitting was tried: what is unfinished is told as wrong from then on. */
  readonly tried: boolean
  /** How often somebody asked to be taken to a place: where it is not on the screen, it has to come there. */
  readonly jumps: number
  /** How often something was changed by a person, so that a draft knows whether it is stored. */
  readonly edits: number
}

const NOBODY: Reader = { language: 'es', others: [], market: null }

export const useBuilder = create<Builder>(() => opened(newForm('es_MX'), NOBODY))
export const builder = (): Builder => useBuilder.getState()
export const useForm = (): Form => useBuilder(({ past }) => past.present)

function opened(form: Form, reader: Reader): Builder {
  const misspelt: Misspelt = new Map()
  return {
    past: begin(form),
    ...read(form, reader, misspelt),
    reader,
    misspelt,
    active: null,
    card: 0,
    tried: false,
    jumps: 0,
    edits: 0,
  }
}

function read(form: Form, { language, others, market }: Reader, misspelt: Misspelt) {
  const from = performance.now()
  const report = lint(toBody(form), { language, others, market, misspelt })
  return { report, lintMs: performance.now() - from }
}

/** Another template on the screen, nothing to undo. */
export const open = (form: Form): void => useBuilder.setState((state) => opened(form, state.reader))

export const readAs = (reader: Reader): void =>
  useBuilder.setState(({ past, misspelt }) => ({ reader, ...read(past.present, reader, misspelt) }))

export const learnSpelling = (misspelt: Misspelt): void =>
  useBuilder.setState(({ past, reader }) => ({ misspelt, ...read(past.present, reader, misspelt) }))

const put = (past: Past<Form>): void =>
  useBuilder.setState((state) =>
    past === state.past
      ? state
      : {
          past,
          edits: state.edits + 1,
          card: Math.min(state.card, past.present.cards.length - 1),
          ...read(past.present, state.reader, state.misspelt),
        },
  )

/** Changes the form. `what` names the place that is typed in; without it the change is a step by itself. */
export const edit = (change_: (form: Form) => Form, what: Place = ONCE): void => {
  const { past } = builder()
  put(change(past, change_(past.present), { what, at: Date.now() }))
}
export const undo = (): void => put(back(builder().past))
export const redo = (): void => put(forth(builder().past))

export const mendOne = (finding: Finding): void => edit((form) => mend(form, finding))
export const mendSafe = (): void =>
  edit((form) => mendAll(form, (each) => read(each, builder().reader, builder().misspelt).report.findings))

export const showCard = (card: number): void => useBuilder.setState({ card })
export const trySubmit = (): void => useBuilder.setState({ tried: true })
export const look = (active: string | null): void =>
  useBuilder.setState((state) => (state.active === active ? state : { active }))

export const findingKey = ({ code, component, span }: Finding): string =>
  `${code} ${component} ${span?.start ?? ''} ${span?.end ?? ''}`

/** Goes to where a finding is: its input gets the focus, its stretch is chosen. */
export function goTo(finding: Finding): void {
  const { past } = builder()
  const place = inputOf(past.present, finding)
  const card = cardAt(place)
  if (card !== null) showCard(card)
  look(findingKey(finding))
  focusPlace(place, place === finding.component ? finding.span : null)
}

export function focusPlace(place: Place, span: Finding['span'] = null): void {
  useBuilder.setState(({ jumps }) => ({ jumps: jumps + 1 }))
  // The card or column it is in has to be drawn first.
  requestAnimationFrame(() => putFocus(inputAt(place), span))
}

function putFocus(input: HTMLElement | null, span: Finding['span']): void {
  if (!input) return
  input.scrollIntoView({ block: 'center', behavior: 'smooth' })
  input.focus({ preventScroll: true })
  if (span && (input instanceof HTMLTextAreaElement || input instanceof HTMLInputElement)) {
    input.setSelectionRange(span.start, span.end)
  }
}

/** The input of a place, else of the nearest thing it is part of: for `carousel.1.header` that of the card. */
function inputAt(place: Place): HTMLElement | null {
  for (let wanted = place; wanted !== ''; wanted = wanted.replace(/[.#]?[^.#]*$/, '')) {
    const found = document.querySelector<HTMLElement>(`[data-place="${CSS.escape(wanted)}"]`)
    if (found) return found
  }
  return null
}

/** What has to be put right before Meta is asked; what is only unfinished counts too. */
export const errorsIn = ({ report }: Builder): readonly Finding[] =>
  report.findings.filter(({ severity }) => severity === 'error')
