import { Trans, useLingui } from '@lingui/react/macro'
import { Bookmark, Search, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { languageOf } from '#base/language.ts'
import { inLanguage } from '#core/problem/problem.ts'
import { CATEGORIES, QUALITIES } from '#core/template/template.ts'
import { PURPOSE_WORDS, PURPOSES } from '#core/template/purpose.ts'
import { Button, IconButton } from '../../kit/button.tsx'
import { cx } from '../../kit/cx.ts'
import { categoryWords } from '../../thread/price.ts'
import type { Account } from '../../line/accounts.ts'
import { languageName } from '../language-name.ts'
import { filtersIn, sameFilters, type TemplateSearch } from '../search.ts'
import { useQualityNames, useStatusNames } from '../status-words.ts'
import { forgetFilter, saveFilter, useSavedFilters } from './saved-filters.ts'
import type { TemplateCounts } from './use-template-list.ts'

/** The states one looks for first; others are shown where there are any. */
const FIRST = ['APPROVED', 'PENDING', 'REJECTED', 'PAUSED', 'DRAFT'] as const

type Props = {
  readonly search: TemplateSearch
  readonly counts: TemplateCounts | null
  readonly accounts: readonly Account[]
  readonly onSearch: (search: TemplateSearch) => void
}

/** Which templates are shown: by state, each with how many there are, and by what else one knows of them. */
export function FilterBar({ search, counts, accounts, onSearch }: Props) {
  const { t, i18n } = useLingui()
  const statuses = useStatusNames()
  const qualities = useQualityNames()
  const saved = useSavedFilters(({ filters }) => filters)
  const language = languageOf(i18n.locale)
  const all =
    counts &&
    Object.entries(counts.status).reduce((sum, [status, count]) => (status === 'DELETED' ? sum : sum + count), 0)
  const others = Object.keys(statuses).filter(
    (status) => !FIRST.some((first) => first === status) && (counts?.status[status] ?? 0) > 0,
  )
  const only = ({ line, q }: TemplateSearch, added: TemplateSearch): TemplateSearch => ({
    ...(line === undefined ? {} : { line }),
    ...(q === undefined ? {} : { q }),
    ...added,
  })
  const select = (name: keyof TemplateSearch, label: string, choices: readonly (readonly [string, string])[]) => (
    <Filter
      label={label}
      value={search[name]}
      choices={choices.map(([value, words]) => [value, `${words}${countOf(counts, name, value)}`])}
      onChange={(value) => {
        const { [name]: _, ...rest } = search
        onSearch(value === '' ? rest : { ...rest, [name]: value })
      }}
    />
  )
  return (
    <div className="shrink-0 border-b border-border">
      <div role="group" aria-label={t`Estado`} className="flex gap-1 overflow-x-auto px-5 py-2 max-md:px-3">
        <Tab isOn={Object.keys(filtersIn(search)).length === 0} count={all} onPress={() => onSearch(only(search, {}))}>
          <Trans>Todas</Trans>
        </Tab>
        {[...FIRST, ...others].map((status) => (
          <Tab
            key={status}
            isOn={search.status === status}
            count={counts && (counts.status[status] ?? 0)}
            onPress={() => onSearch({ ...search, status: status as (typeof FIRST)[number] })}
          >
            {statuses[status as (typeof FIRST)[number]]}
          </Tab>
        ))}
        {saved.map(({ name, search: filter }) => {
          const isOn = sameFilters(search, filter)
          return (
            <Tab key={name} isOn={isOn} onPress={() => onSearch(only(search, filter))}>
              <Bookmark size={12} aria-hidden />
              {name}
            </Tab>
          )
        })}
      </div>
      <div className="flex flex-wrap items-center gap-2 px-5 pb-2.5 max-md:flex-nowrap max-md:overflow-x-auto max-md:px-3">
        <label className="flex h-8 min-w-52 flex-1 items-center gap-2 rounded-sm border border-control bg-surface px-2.5 focus-within:border-focus focus-within:ring-1 focus-within:ring-focus max-md:h-11 max-md:min-w-60">
          <Search size={14} className="text-text-3" aria-hidden />
          <input
            id="template-search"
            type="search"
            aria-label={t`Buscar plantilla`}
            placeholder={t`Buscar por nombre`}
            value={search.q ?? ''}
            onChange={(event) => {
              const { q: _, ...rest } = search
              onSearch(event.target.value === '' ? rest : { ...rest, q: event.target.value })
            }}
            className="min-w-0 flex-1 bg-transparent text-sm outline-none [&::-webkit-search-cancel-button]:hidden"
          />
        </label>
        {accounts.length > 1 &&
          select(
            'line',
            t`Cuenta de WhatsApp`,
            accounts.map(({ lineId, name }) => [lineId, name]),
          )}
        {select(
          'category',
          t`Categoría`,
          CATEGORIES.map((each) => [each, categoryWords(each.toLowerCase())]),
        )}
        {select(
          'language',
          t`Idioma`,
          Object.keys(counts?.language ?? {}).map((code) => [code, languageName(code, i18n.locale)]),
        )}
        {select(
          'quality',
          t`Calidad`,
          QUALITIES.map((each) => [each, qualities[each]]),
        )}
        {select(
          'purpose',
          t`Para qué es`,
          PURPOSES.map((each) => [each, inLanguage(PURPOSE_WORDS[each], language)]),
        )}
        <SaveFilter search={search} />
      </div>
    </div>
  )
}

const countOf = (counts: TemplateCounts | null, name: keyof TemplateSearch, value: string): string => {
  const group = counts?.[name as keyof TemplateCounts]
  return group === undefined ? '' : ` (${group[value] ?? 0})`
}

type TabProps = {
  readonly isOn: boolean
  /** Null: not known yet. */
  readonly count?: number | null
  readonly onPress: () => void
  readonly children: ReactNode
}

const Tab = ({ isOn, count, onPress, children }: TabProps) => (
  <button
    type="button"
    aria-pressed={isOn}
    onClick={onPress}
    className={cx(
      'flex h-8 shrink-0 items-center gap-1.5 rounded-md px-2.5 text-sm font-medium whitespace-nowrap transition-colors duration-90 max-md:h-11',
      isOn ? 'bg-selected text-accent' : 'text-text-2 hover:bg-hover hover:text-text',
    )}
  >
    {children}
    {count !== undefined && <span className="text-xs tabular">{count}</span>}
  </button>
)

type FilterProps = {
  readonly label: string
  readonly value: string | undefined
  readonly choices: readonly (readonly [value: string, name: string])[]
  readonly onChange: (value: string) => void
}

const Filter = ({ label, value, choices, onChange }: FilterProps) => (
  <select
    aria-label={label}
    value={value ?? ''}
    onChange={(event) => onChange(event.target.value)}
    className={cx(
      'h-8 max-w-44 shrink-0 truncate max-md:h-11 rounded-md border bg-surface px-2 text-sm outline-none focus-visible:border-focus',
      value ? 'border-accent font-semibold text-accent' : 'border-border text-text-2',
    )}
  >
    <option value="">{label}</option>
    {choices.map(([choice, name]) => (
      <option key={choice} value={choice}>
        {name}
      </option>
    ))}
  </select>
)

/** Gives the filters that are on a name, or forgets one. */
function SaveFilter({ search }: { readonly search: TemplateSearch }) {
  const { t } = useLingui()
  const saved = useSavedFilters(({ filters }) => filters)
  const [name, setName] = useState<string | null>(null)
  const known = saved.find((each) => sameFilters(each.search, search))
  if (Object.keys(filtersIn(search)).length === 0) return null
  if (known) {
    return (
      <IconButton label={t`Olvidar el filtro ${known.name}`} onPress={() => forgetFilter(known.name)}>
        <X size={15} aria-hidden />
      </IconButton>
    )
  }
  if (name === null) {
    return (
      <Button size="sm" look="quiet" onPress={() => setName('')}>
        <Bookmark size={13} aria-hidden />
        <Trans>Guardar filtro</Trans>
      </Button>
    )
  }
  return (
    <form
      className="flex items-center gap-1"
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() !== '') saveFilter({ name: name.trim(), search: filtersIn(search) })
        setName(null)
      }}
    >
      <input
        autoFocus
        aria-label={t`Nombre del filtro`}
        placeholder={t`Nombre del filtro`}
        value={name}
        maxLength={30}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && setName(null)}
        className="h-8 w-40 rounded-sm border border-control bg-surface px-2 text-sm outline-none focus:border-focus"
      />
      <Button type="submit" size="sm">
        <Trans>Guardar</Trans>
      </Button>
    </form>
  )
}
