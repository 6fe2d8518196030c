import { Trans, useLingui } from '@lingui/react/macro'
import { ArrowDown, CircleAlert, LoaderCircle, PencilLine } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { TemplateRow } from '#contract/templates.ts'
import { inLanguage } from '#core/problem/problem.ts'
import { languageOf } from '#base/language.ts'
import type { TemplateOrder } from '#core/template/numbers.ts'
import { PURPOSE_WORDS } from '#core/template/purpose.ts'
import { cx } from '../../kit/cx.ts'
import { categoryWords } from '../../thread/price.ts'
import { StatusChip } from '../status-chip.tsx'
import { useQualityNames } from '../status-words.ts'
import { NumberCells } from './number-cells.tsx'

type Props = {
  readonly rows: readonly TemplateRow[]
  /** What the WhatsApp account of a template is called; null: it need not be said. */
  readonly nameOf: (wabaId: string) => string | null
  readonly order: TemplateOrder
  readonly onOrder: (order: TemplateOrder) => void
  readonly chosen: string | null
  readonly onChoose: (id: string) => void
  readonly onOpen: (id: string) => void
}

type Head = {
  readonly name: string
  readonly look: string
  /** Absent: nothing is ordered by it. */
  readonly order?: TemplateOrder
  readonly about?: string
}

/** Templates and how they do; by name, the languages of one name together. */
export function TemplateTable({ rows, nameOf, order, chosen, onOrder, onChoose, onOpen }: Props) {
  const { t } = useLingui()
  const head: readonly Head[] = [
    { name: t`Plantilla`, look: 'pl-5 max-md:pl-3', order: 'name' },
    { name: t`Idioma`, look: '' },
    { name: t`Estado`, look: '' },
    { name: t`Categoría`, look: 'max-[1320px]:hidden' },
    { name: t`Calidad`, look: 'max-[1400px]:hidden' },
    { name: t`Para qué es`, look: 'max-[1640px]:hidden' },
    { name: t`Enviados`, look: 'text-right max-md:hidden', order: 'sent', about: t`En los últimos 30 días` },
    {
      name: t`Leídos`,
      look: 'text-right max-md:hidden',
      order: 'read-rate',
      about: t`De cada cien entregados en los últimos 30 días`,
    },
    {
      name: t`Costo`,
      look: 'text-right max-lg:hidden',
      order: 'price',
      about: t`Promedio de un mensaje, este mes y el anterior`,
    },
    { name: t`Último envío`, look: 'pr-5 text-right max-md:hidden', order: 'last-sent' },
  ]
  return (
    <table className="w-full border-collapse text-sm" data-testid="template-table">
      <thead className="sticky top-0 z-1 bg-surface">
        <tr className="border-b border-border text-left text-xs text-text-2">
          {head.map(({ name, look, order: own, about }) => (
            <th
              key={name}
              scope="col"
              title={about}
              aria-sort={
                own === undefined ? undefined : own !== order ? 'none' : own === 'name' ? 'ascending' : 'descending'
              }
              className={cx('py-1 pr-3 font-medium whitespace-nowrap', look)}
            >
              {own === undefined ? (
                name
              ) : (
                <button
                  type="button"
                  onClick={() => onOrder(own === order ? 'name' : own)}
                  className={cx(
                    '-mx-1 inline-flex h-6 items-center gap-1 rounded-sm px-1 hover:text-text',
                    own === order && 'font-semibold text-text',
                  )}
                >
                  {name}
                  {own === order && own !== 'name' && <ArrowDown size={12} aria-hidden />}
                </button>
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <Row
            key={row.id}
            row={row}
            account={nameOf(row.wabaId)}
            repeats={rows[index - 1]?.name === row.name && rows[index - 1]?.wabaId === row.wabaId}
            isChosen={row.id === chosen}
            onChoose={() => onChoose(row.id)}
            onOpen={() => onOpen(row.id)}
          />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = {
  readonly row: TemplateRow
  readonly account: string | null
  /** The same name as the row above: it is not said again. */
  readonly repeats: boolean
  readonly isChosen: boolean
  readonly onChoose: () => void
  readonly onOpen: () => void
}

function Row({ row, account, repeats, isChosen, onChoose, onOpen }: RowProps) {
  const { t, i18n } = useLingui()
  const qualities = useQualityNames()
  const place = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    if (isChosen) place.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  return (
    <tr
      ref={place}
      data-testid="template-row"
      data-name={row.name}
      onClick={onOpen}
      onPointerEnter={(event) => event.pointerType === 'mouse' && onChoose()}
      className={cx(
        'cursor-default align-top transition-colors duration-90',
        !repeats && 'border-t border-border first:border-t-0',
        isChosen ? 'bg-selected' : 'hover:bg-hover',
      )}
    >
      <td className="max-w-0 min-w-40 py-2 pr-3 pl-5 max-md:pl-3" style={{ width: '34%' }}>
        <button
          type="button"
          onClick={(event) => {
            event.stopPropagation()
            onOpen()
          }}
          onFocus={onChoose}
          className="block w-full min-w-0 text-left"
        >
          <span className={cx('block truncate font-semibold', repeats && 'sr-only')}>{row.name || t`Sin nombre`}</span>
          {account !== null && !repeats && <span className="block truncate text-xs text-text-2">{account}</span>}
          <span className={cx('block truncate text-xs', isChosen ? 'text-text-2' : 'text-text-3')}>
            {row.body.replaceAll(/\s+/g, ' ') || t`Sin texto`}
          </span>
        </button>
      </td>
      <td className="py-2 pr-3 font-mono text-xs leading-5 whitespace-nowrap text-text-2">{row.language}</td>
      <td className="py-2 pr-3">
        <span className="flex flex-wrap items-center gap-1.5">
          <StatusChip status={row.status} />
          <Marks row={row} />
        </span>
      </td>
      <td className="py-2 pr-3 whitespace-nowrap text-text-2 max-[1320px]:hidden">
        {categoryWords(row.category.toLowerCase())}
      </td>
      <td className="py-2 pr-3 whitespace-nowrap max-[1400px]:hidden">
        {row.quality === 'UNKNOWN' ? (
          <span className={isChosen ? 'text-text-2' : 'text-text-3'}>—</span>
        ) : (
          <span className={cx('flex items-center gap-1.5', QUALITY_TONES[row.quality])}>
            <Bars level={row.quality} />
            {qualities[row.quality]}
          </span>
        )}
      </td>
      <td className="py-2 pr-3 whitespace-nowrap text-text-2 max-[1640px]:hidden">
        {row.purpose ? inLanguage(PURPOSE_WORDS[row.purpose], languageOf(i18n.locale)) : '—'}
      </td>
      <NumberCells numbers={row.numbers} />
    </tr>
  )
}

const QUALITY_TONES = { GREEN: 'text-success', YELLOW: 'text-warn', RED: 'text-danger' }
const LEVELS = { GREEN: 3, YELLOW: 2, RED: 1 }

/** Quality as three bars, so that it can be read without its colour. */
const Bars = ({ level }: { readonly level: keyof typeof LEVELS }) => (
  <span aria-hidden className="flex h-3 items-end gap-0.5">
    {[5, 8, 12].map((height, index) => (
      <span
        key={height}
        className={cx('w-1 rounded-xs', index < LEVELS[level] ? 'bg-current' : 'bg-ring-track')}
        style={{ height }}
      />
    ))}
  </span>
)

function Marks({ row }: { readonly row: TemplateRow }) {
  if (row.isSubmitting) {
    return (
      <span className="flex items-center gap-1 text-xs text-text-2">
        <LoaderCircle size={12} className="animate-spin" aria-hidden />
        <Trans>Enviando a Meta</Trans>
      </span>
    )
  }
  if (row.hasTrouble) {
    return (
      <span className="flex items-center gap-1 text-xs font-semibold text-danger">
        <CircleAlert size={12} aria-hidden />
        <Trans>Meta no la tomó</Trans>
      </span>
    )
  }
  return row.hasDraft && row.status !== 'DRAFT' ? (
    <span className="flex items-center gap-1 text-xs text-text-2">
      <PencilLine size={12} aria-hidden />
      <Trans>Cambios sin presentar</Trans>
    </span>
  ) : null
}
