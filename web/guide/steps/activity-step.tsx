import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useId, useState } from 'react'
import type { TopicView } from '#contract/guide.ts'
import { call } from '../../api/api.ts'
import { Chip } from '../../kit/chip.tsx'
import { Check } from '../controls.tsx'
import { SaveButton, useSave } from '../save-bar.tsx'
import { StepFrame } from '../step-frame.tsx'
import { useStep } from '../use-guide.ts'

type Topics = { readonly data: readonly TopicView[]; readonly source: string; readonly readOn: string }
type Name = TopicView['name']

/** What the company deals in, of what Meta's policies speak of. */
export function ActivityStep() {
  const { t, i18n } = useLingui()
  const form = useId()
  const { guide } = useStep('activity')
  const [topics, setTopics] = useState<Topics | null>(null)
  const [chosen, setChosen] = useState<readonly Name[]>(guide.answers.activity?.topics ?? [])
  const [accepted, setAccepted] = useState(guide.answers.activity?.accepted ?? false)
  const save = useSave('activity')
  useEffect(() => {
    void call('listTopics', {}).then((result) => result.ok && setTopics(result.value))
  }, [i18n.locale])
  const isUnlikely = topics?.data.some(({ name, level }) => level === 'forbidden' && chosen.includes(name)) ?? false
  return (
    <StepFrame name="activity" footer={<SaveButton name="activity" form={form} />}>
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault()
          void save({ activity: { topics: [...chosen], accepted: accepted && isUnlikely } })
        }}
      >
        <ul className="overflow-hidden rounded-lg border border-border bg-surface">
          {topics?.data.map((topic) => (
            <Topic
              key={topic.name}
              topic={topic}
              checked={chosen.includes(topic.name)}
              onChange={(checked) =>
                setChosen(checked ? [...chosen, topic.name] : chosen.filter((name) => name !== topic.name))
              }
            />
          ))}
        </ul>
        {isUnlikely && (
          <div className="pt-3">
            <Check
              label={t`Lo he leído y sigo de todos modos; sé que Meta puede bloquear el número`}
              checked={accepted}
              onChange={setAccepted}
              testId="activity-accepted"
            />
          </div>
        )}
        {topics && (
          <p className="pt-3 text-xs text-text-3">
            <Trans>
              Según las políticas de comercio y mensajes de Meta ({topics.source}), leídas el {topics.readOn}. La
              atención al cliente no está en ninguna lista.
            </Trans>
          </p>
        )}
      </form>
    </StepFrame>
  )
}

type TopicProps = {
  readonly topic: TopicView
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

function Topic({ topic: { name, level, title, not, but }, checked, onChange }: TopicProps) {
  const { t } = useLingui()
  const levels = {
    forbidden: { tone: 'danger', words: t`No admitido` },
    restricted: { tone: 'warn', words: t`Con condiciones` },
    careful: { tone: 'plain', words: t`Con matices` },
  } as const
  return (
    <li className="border-b border-border px-3.5 py-1 last:border-0 has-checked:bg-selected">
      <div className="flex items-center gap-3">
        <div className="min-w-0 flex-1">
          <Check label={title} checked={checked} onChange={onChange} testId={`topic-${name}`} />
        </div>
        {checked && <Chip tone={levels[level].tone}>{levels[level].words}</Chip>}
      </div>
      {checked && (
        <dl className="grid grid-cols-[5rem_1fr] gap-x-3 gap-y-0.5 pb-2 pl-6.5 text-sm">
          <dt className="font-medium text-danger">{t`No`}</dt>
          <dd className="text-pretty">{not}</dd>
          <dt className="font-medium text-success">{t`Sí`}</dt>
          <dd className="text-pretty">{but}</dd>
        </dl>
      )}
    </li>
  )
}
