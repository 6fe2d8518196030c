import { RotateCcw, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { Faults, GraphMode } from '../control/types.ts'
import { activeFaults, clearFaults, setFaults } from '../state/operate.ts'
import { useApp } from '../state/store.ts'
import { useWords } from '../words/index.ts'
import { Choice, Segments, Switch } from './fields.tsx'

/** What Meta answers with when it refuses a message; those that only ever come by webhook are `async` at first. */
const codes: [code: number, usual: 'sync' | 'async'][] = [
  [131026, 'async'],
  [131047, 'async'],
  [131049, 'async'],
  [130472, 'async'],
  [131050, 'async'],
  [131053, 'async'],
  [131042, 'async'],
  [131056, 'sync'],
  [130429, 'sync'],
  [131048, 'sync'],
  [131051, 'sync'],
  [131031, 'sync'],
  [132001, 'sync'],
  [132015, 'sync'],
  [131000, 'sync'],
]
const graphModes: GraphMode[] = ['ok', 'error-500', 'unavailable-503', 'reset-after-accept', 'hang', 'malformed']
const latencies = [0, 1_000, 5_000, 30_000]
const delays = [0, 1_000, 5_000, 30_000]
const shares = [0, 0.2, 0.5, 1]

const spanName = (ms: number) => `${ms / 1000}\u00a0s`
const shareName = (share: number) => `${share * 100}\u00a0%`

/** Everything that can go wrong at Meta, by hand. Each change holds at once. */
export function FaultsPanel() {
  const words = useWords()
  const faults = useApp((state) => state.faults)
  if (faults === null) return null
  const choose = (part: Partial<Faults>) => void setFaults(part)
  return (
    <div className="flex flex-col gap-4">
      <NextSend faults={faults} />
      <Section title={words.graph}>
        <Choice
          label={words.graph}
          hideLabel
          value={faults.graph.mode}
          options={graphModes.map((mode) => [mode, words.graphModes[mode]])}
          onChange={(mode) => choose({ graph: { ...faults.graph, mode } })}
        />
        <Segments
          label={words.latency}
          value={faults.graph.latencyMs}
          options={latencies.map((ms) => [ms, ms === 0 ? words.none : spanName(ms)])}
          onChange={(latencyMs) => choose({ graph: { ...faults.graph, latencyMs } })}
        />
      </Section>
      <Section title={words.webhooks}>
        <Segments
          label={words.duplicate}
          value={faults.duplicate}
          options={shares.map((share) => [share, share === 0 ? words.none : shareName(share)])}
          onChange={(duplicate) => choose({ duplicate })}
        />
        <Segments
          label={words.drop}
          value={faults.drop}
          options={shares.map((share) => [share, share === 0 ? words.none : shareName(share)])}
          onChange={(drop) => choose({ drop })}
        />
        <Segments
          label={words.delay}
          value={faults.delayMs}
          options={delays.map((ms) => [ms, ms === 0 ? words.none : spanName(ms)])}
          onChange={(delayMs) => choose({ delayMs })}
        />
        <div className="grid grid-cols-2 gap-1.5">
          <Switch label={words.reorder} on={faults.reorder} onChange={(reorder) => choose({ reorder })} />
          <Switch label={words.noRates} on={!faults.rates} onChange={(off) => choose({ rates: !off })} />
        </div>
      </Section>
      <button
        type="button"
        disabled={activeFaults(faults) === 0}
        onClick={() => void clearFaults()}
        className="flex min-h-9 items-center justify-center gap-2 rounded-[6px] border border-control text-[13px] font-semibold hover:bg-selected disabled:border-border disabled:text-text-3 disabled:hover:bg-transparent"
      >
        <RotateCcw size={15} aria-hidden="true" /> {words.resetFaults}
      </button>
    </div>
  )
}

function NextSend({ faults }: { faults: Faults }) {
  const words = useWords()
  const [code, setCode] = useState(131026)
  const [mode, setMode] = useState<'sync' | 'async'>('async')
  return (
    <Section title={words.nextSend} hint={words.nextSendHint}>
      {faults.nextSend.length > 0 && (
        <ul className="flex flex-wrap gap-1.5">
          {faults.nextSend.map((fault, index) => (
            <li
              key={index}
              className="flex items-center gap-1 rounded-[4px] bg-danger-soft pl-2 text-[12px] font-semibold text-danger tabular-nums"
            >
              {fault.code} · {words.modes[fault.mode]}
              <button
                type="button"
                aria-label={words.removeFault(fault.code)}
                onClick={() => void setFaults({ nextSend: faults.nextSend.filter((_, place) => place !== index) })}
                className="grid size-6 place-items-center"
              >
                <X size={13} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <Choice
        label={words.code}
        hideLabel
        value={String(code)}
        options={codes.map(([value]) => [String(value), `${value} · ${words.codes[value] ?? ''}`])}
        onChange={(value) => {
          setCode(Number(value))
          setMode(codes.find(([known]) => known === Number(value))?.[1] ?? 'async')
        }}
      />
      <div className="flex items-end gap-1.5">
        <div className="min-w-0 flex-1">
          <Segments
            label={words.mode}
            hideLabel
            value={mode}
            options={[
              ['async', words.modes.async],
              ['sync', words.modes.sync],
            ]}
            onChange={setMode}
          />
        </div>
        <button
          type="button"
          data-testid="phone-add-fault"
          onClick={() => void setFaults({ nextSend: [...faults.nextSend, { code, mode }] })}
          className="min-h-8 shrink-0 rounded-[6px] bg-accent px-3 text-[13px] font-semibold text-on-accent"
        >
          {words.addFault}
        </button>
      </div>
    </Section>
  )
}

export const Section = ({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) => (
  <section className="flex flex-col gap-2">
    <div>
      <h3 className="text-[13px]/5 font-semibold">{title}</h3>
      {hint !== undefined && <p className="text-[12px]/4 text-text-3">{hint}</p>}
    </div>
    {children}
  </section>
)
