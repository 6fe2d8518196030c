import { Moon, Sun } from 'lucide-react'
import { AdvanceButton, ClockLine, ControlBar, hourMs, OfflineButton, ReceiptsButton } from './controls/control-bar.tsx'
import { ControlButton } from './controls/control-button.tsx'
import { Dialogs } from './controls/dialogs.tsx'
import { FaultsPanel, Section } from './controls/faults-panel.tsx'
import { GroupsPanel } from './controls/groups-panel.tsx'
import { MetaPanel } from './controls/meta-panel.tsx'
import { MorePanel } from './controls/more-panel.tsx'
import { PhoneHeader } from './controls/phone-header.tsx'
import { PhoneList } from './controls/phone-list.tsx'
import { WireLog } from './controls/wire-log.tsx'
import { ThreadGlyph } from './screen/glyphs.tsx'
import { PhoneScreen } from './screen/phone-screen.tsx'
import { advanceClock } from './state/operate.ts'
import { useApp } from './state/store.ts'
import { LanguageContext, languageFrom, languageNames, languages, useWords } from './words/index.ts'

export function App() {
  const language = useApp((state) => state.language)
  const embed = useApp((state) => state.embed)
  return (
    <LanguageContext value={language}>
      {embed ? <Alone /> : <Workbench />}
      <Dialogs />
    </LanguageContext>
  )
}

/** The phone with its header and controls, as it stands beside the desk's conversation. */
function Alone() {
  return (
    <main className="mx-auto flex h-full max-w-[400px] min-w-[280px] flex-col gap-2.5 px-3 pt-2 pb-3">
      <PhoneHeader />
      <PhoneScreen />
      <Connection />
      <ControlBar />
    </main>
  )
}

/** All phones on the left, one in the middle, everything that can be done to it on the right. */
function Workbench() {
  const words = useWords()
  return (
    <div className="mx-auto grid h-full max-w-[1480px] grid-cols-1 md:grid-cols-[minmax(0,1fr)_320px] xl:grid-cols-[300px_minmax(0,1fr)_360px]">
      <aside className="hidden min-h-0 flex-col border-r border-border bg-surface xl:flex">
        <Brand />
        <PhoneList />
      </aside>
      <main className="mx-auto flex h-full min-h-0 w-full max-w-[412px] flex-col gap-2.5 px-4 pt-2 pb-3 md:py-5">
        <PhoneHeader />
        <PhoneScreen />
        <Connection />
        <div className="md:hidden">
          <ControlBar />
        </div>
      </main>
      <aside
        aria-label={words.controls}
        className="hidden min-h-0 flex-col gap-5 overflow-y-auto border-l border-border bg-surface p-4 md:flex"
      >
        <Preferences />
        <Section title={words.clock}>
          <ClockLine />
          <div className="grid grid-cols-[1fr_1.8fr_1fr] gap-1.5">
            <ControlButton onClick={() => void advanceClock(hourMs)}>+1 h</ControlButton>
            <AdvanceButton />
            <ControlButton onClick={() => void advanceClock(7 * 24 * hourMs)}>+7 d</ControlButton>
          </div>
        </Section>
        <Section title={words.controls}>
          <div className="grid grid-cols-2 gap-1.5">
            <OfflineButton />
            <ReceiptsButton />
          </div>
          <MorePanel />
        </Section>
        <hr className="border-border" />
        <GroupsPanel />
        <hr className="border-border" />
        <FaultsPanel />
        <hr className="border-border" />
        <MetaPanel />
        <hr className="border-border" />
        <Section title={words.log}>
          <WireLog />
        </Section>
      </aside>
    </div>
  )
}

function Brand() {
  const words = useWords()
  return (
    <div className="flex shrink-0 items-center gap-2.5 px-4 pt-4 pb-2">
      <span className="grid size-8 place-items-center rounded-[8px] bg-accent text-on-accent">
        <ThreadGlyph className="size-5" />
      </span>
      <h1 className="text-[20px]/7 font-semibold tracking-[-.01em]">{words.phones}</h1>
    </div>
  )
}

function Preferences() {
  const words = useWords()
  const theme = useApp((state) => state.theme)
  const language = useApp((state) => state.language)
  return (
    <div className="flex items-center justify-end gap-1.5">
      <select
        aria-label={words.language}
        value={language}
        onChange={(event) => useApp.setState({ language: languageFrom(event.target.value) })}
        className="h-8 rounded-[6px] border border-border bg-surface px-2 text-[13px]"
      >
        {languages.map((known) => (
          <option key={known} value={known}>
            {languageNames[known]}
          </option>
        ))}
      </select>
      <button
        type="button"
        aria-label={`${words.theme}: ${theme === 'dark' ? words.light : words.dark}`}
        onClick={() => useApp.setState({ theme: theme === 'dark' ? 'light' : 'dark' })}
        className="grid size-8 place-items-center rounded-[6px] border border-border text-text-2 hover:border-control"
      >
        {theme === 'dark' ? <Sun size={16} aria-hidden="true" /> : <Moon size={16} aria-hidden="true" />}
      </button>
    </div>
  )
}

/** Says when the page no longer hears the emulator; silent otherwise. */
function Connection() {
  const words = useWords()
  const lost = useApp((state) => state.connection === 'lost')
  return (
    <div role="status" className="empty:hidden">
      {lost && (
        <p className="rounded-[6px] bg-warn-soft px-3 py-1.5 text-center text-[12px]/4.5 font-medium text-warn">
          {words.lost}
        </p>
      )}
    </div>
  )
}
