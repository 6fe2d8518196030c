import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { CircleDashed, Lightbulb, OctagonAlert, TriangleAlert, Wand } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { Finding } from '#core/template/lint/finding.ts'
import { Button } from '../../kit/button.tsx'
import { cx } from '../../kit/cx.ts'
import { say } from '../../kit/toast.tsx'
import { categoryWords } from '../../thread/price.ts'
import { edit, findingKey, goTo, mendOne, undo, useBuilder, useForm } from '../builder.ts'
import { textAt } from '../model/places.ts'
import { withSamples } from '../model/suggest-sample.ts'
import type { Group } from './kinds.ts'
import { namedCategories } from './named-categories.ts'
import { usePlaceName } from './use-place-names.ts'

const ICONS = {
  reason: OctagonAlert,
  error: OctagonAlert,
  unfinished: CircleDashed,
  warning: TriangleAlert,
  advice: Lightbulb,
}
export const TONES: Readonly<Record<Group, string>> = {
  reason: 'text-danger',
  error: 'text-danger',
  unfinished: 'text-text-2',
  warning: 'text-warn',
  advice: 'text-info',
}
/** Longer than this, what is put in or taken out is not quoted on a button. */
const QUOTED_MAX = 26

type Props = { readonly finding: Finding; readonly group: Group }

/** One finding: what is wrong, where, and the mend. Choosing it goes to the place in the text. */
export function FindingRow({ finding, group }: Props) {
  const { t } = useLingui()
  const nameOf = usePlaceName()
  const isActive = useBuilder(({ active }) => active === findingKey(finding))
  const row = useRef<HTMLLIElement>(null)
  const label = useMendLabel(finding)
  const Icon = ICONS[group]
  useEffect(() => {
    if (isActive) row.current?.scrollIntoView({ block: 'nearest', behavior: 'smooth' })
  }, [isActive])
  const mendIt = () => {
    mendOne(finding)
    say(t`Corregido: ${nameOf(finding.component)}`, { label: t`Deshacer`, run: undo })
  }
  return (
    <li
      ref={row}
      data-testid="finding"
      data-code={finding.code}
      className={cx(
        'relative flex gap-2.5 rounded-md px-2.5 py-2.5 transition-colors duration-90 hover:bg-hover',
        isActive && 'bg-selected hover:bg-selected',
      )}
    >
      <Icon size={15} className={cx('mt-0.5 shrink-0', TONES[group])} aria-hidden />
      <div className="min-w-0 flex-1">
        <button type="button" onClick={() => goTo(finding)} className={STRETCHED}>
          {namedCategories(finding.message)}
        </button>
        <p className="flex items-baseline gap-2 pt-0.5 text-xs text-text-2">
          <span className="min-w-0 flex-1 truncate">{nameOf(finding.component)}</span>
          <span className={cx('shrink-0 font-mono text-2xs', isActive ? 'text-text-2' : 'text-text-3')}>
            {finding.code}
          </span>
        </p>
        {label && (
          <Button size="sm" className="relative z-1 mt-1.5 max-w-full text-accent!" onPress={mendIt}>
            <Wand size={12} aria-hidden />
            <span className="truncate">{label}</span>
          </Button>
        )}
      </div>
    </li>
  )
}

/** What the mend does, in few words; null: there is none. */
function useMendLabel({ code, component, fix }: Finding): string | null {
  const { t } = useLingui()
  const form = useForm()
  const text = textAt(form, component)
  if (fix === null || text === null) return null
  if (code === 'category-mismatch') return t`Pasar a ${categoryWords(fix.text.toLowerCase())}`
  const was = text.slice(fix.span.start, fix.span.end)
  if (fix.text === '')
    return was.trim() === '' ? t`Quitar espacios` : was.length > QUOTED_MAX ? t`Quitar` : t`Quitar «${was}»`
  if (fix.text.trim() === '')
    return was.includes('\n') && fix.text.includes('\n') ? t`Dejar una línea` : t`Dejar un espacio`
  if (code === 'fields-adjacent') return t`Poner una coma`
  if (fix.text.length > QUOTED_MAX) return t`Corregir`
  return fix.span.start === fix.span.end ? t`Poner «${fix.text}»` : t`Cambiar por «${fix.text}»`
}

/** Every missing example in one line, with the way to fill them all. */
export function SamplesRow({ findings }: { readonly findings: readonly Finding[] }) {
  const [first] = findings
  if (!first) return null
  return (
    <li
      data-testid="samples-missing"
      className="relative flex gap-2.5 rounded-md px-2.5 py-2.5 transition-colors duration-90 hover:bg-hover"
    >
      <CircleDashed size={15} className="mt-0.5 shrink-0 text-text-2" aria-hidden />
      <div className="min-w-0 flex-1">
        <button type="button" onClick={() => goTo(first)} className={STRETCHED}>
          <Plural
            value={findings.length}
            one="Falta # ejemplo para Meta"
            many="Faltan # de ejemplos para Meta"
            other="Faltan # ejemplos para Meta"
          />
        </button>
        <Button size="sm" className="relative z-1 mt-1.5 text-accent!" onPress={() => edit(withSamples)}>
          <Wand size={12} aria-hidden />
          <Trans>Proponer ejemplos</Trans>
        </Button>
      </div>
    </li>
  )
}

/** A button as large as the row it is in. */
const STRETCHED =
  "block w-full text-left text-sm text-text after:absolute after:inset-0 after:content-[''] focus-visible:outline-none focus-visible:after:rounded-md focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-focus"

export const GroupName = ({ group }: { readonly group: Group }) => {
  switch (group) {
    case 'reason':
      return <Trans>Lo que Meta señaló</Trans>
    case 'error':
      return <Trans>Meta lo rechaza</Trans>
    case 'unfinished':
      return <Trans>Falta por completar</Trans>
    case 'warning':
      return <Trans>Un revisor puede rechazarlo</Trans>
    case 'advice':
      return <Trans>Se puede decir mejor</Trans>
  }
}
