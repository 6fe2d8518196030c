import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { VIEWS, type ViewName } from '#core/conversation/view.ts'
import { STEPS, type StepName } from '#core/guide/guide.ts'
import { withWords } from './i18n/i18n.ts'
import { InboxPage } from './inbox/inbox-page.tsx'
import { Root } from './shell/root.tsx'
import { readTemplateSearch } from './templates/search.ts'

export type InboxSearch = { readonly view?: ViewName; readonly line?: string; readonly q?: string }

const text = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 100) || undefined : undefined

function readSearch(search: Record<string, unknown>): InboxSearch {
  const view = VIEWS.find((known) => known === search['view'])
  const line = text(search['line'])
  const q = text(search['q'])
  return { ...(view ? { view } : {}), ...(line ? { line } : {}), ...(q ? { q } : {}) }
}

/** `again`: the number is connected already and is to be connected anew. */
function readGuideSearch(search: Record<string, unknown>): { readonly step?: StepName; readonly again?: true } {
  const step = STEPS.find((known) => known === search['step'])
  return step ? { step, ...(search['again'] === true ? { again: true } : {}) } : {}
}

const NoPage = lazyRouteComponent(
  withWords(() => import('./shell/no-page.tsx')),
  'NoPage',
)
const root = createRootRoute({ component: Root, notFoundComponent: NoPage })
const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/inbox' })
  },
})
const inbox = createRoute({
  getParentRoute: () => root,
  path: '/inbox',
  validateSearch: readSearch,
  component: InboxPage,
})
const conversation = createRoute({ getParentRoute: () => inbox, path: '$conversationId' })
const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(
    withWords(() => import('./settings/settings-home.tsx')),
    'SettingsHome',
  ),
})
const numbers = createRoute({
  getParentRoute: () => root,
  path: '/settings/numbers',
  component: lazyRouteComponent(
    withWords(() => import('./settings/numbers-page.tsx')),
    'NumbersPage',
  ),
})
const guide = createRoute({
  getParentRoute: () => root,
  path: '/settings/numbers/guide/$guideId',
  validateSearch: readGuideSearch,
  component: lazyRouteComponent(
    withWords(() => import('./guide/guide-page.tsx')),
    'GuidePage',
  ),
})
const line = createRoute({
  getParentRoute: () => root,
  path: '/settings/numbers/$lineId',
  component: lazyRouteComponent(
    withWords(() => import('./number/number-page.tsx')),
    'NumberPage',
  ),
})
const contactPolicy = createRoute({
  getParentRoute: () => root,
  path: '/settings/contact',
  component: lazyRouteComponent(
    withWords(() => import('./settings/contact/contact-page.tsx')),
    'ContactPage',
  ),
})
const openingHours = createRoute({
  getParentRoute: () => root,
  path: '/settings/hours',
  component: lazyRouteComponent(
    withWords(() => import('./hours/hours-page.tsx')),
    'HoursPage',
  ),
})
const notices = createRoute({
  getParentRoute: () => root,
  path: '/settings/notices',
  component: lazyRouteComponent(
    withWords(() => import('./notices/notices-page.tsx')),
    'NoticesPage',
  ),
})
const costs = createRoute({
  getParentRoute: () => root,
  path: '/settings/costs',
  component: lazyRouteComponent(
    withWords(() => import('./costs/costs-page.tsx')),
    'CostsPage',
  ),
})
const rates = createRoute({
  getParentRoute: () => root,
  path: '/settings/rates',
  component: lazyRouteComponent(
    withWords(() => import('./costs/rates-page.tsx')),
    'RatesPage',
  ),
})
const duplicates = createRoute({
  getParentRoute: () => root,
  path: '/settings/duplicates',
  component: lazyRouteComponent(
    withWords(() => import('./duplicates/duplicates-page.tsx')),
    'DuplicatesPage',
  ),
})
const consents = createRoute({
  getParentRoute: () => root,
  path: '/settings/consents',
  component: lazyRouteComponent(
    withWords(() => import('./consent/consents-page.tsx')),
    'ConsentsPage',
  ),
})
const privacy = createRoute({
  getParentRoute: () => root,
  path: '/settings/privacy',
  component: lazyRouteComponent(
    withWords(() => import('./privacy/privacy-page.tsx')),
    'PrivacyPage',
  ),
})
const setAside = createRoute({
  getParentRoute: () => root,
  path: '/settings/set-aside',
  component: lazyRouteComponent(
    withWords(() => import('./settings/set-aside-page.tsx')),
    'SetAsidePage',
  ),
})

const templates = createRoute({
  getParentRoute: () => root,
  path: '/templates',
  validateSearch: readTemplateSearch,
  component: lazyRouteComponent(
    withWords(() => import('./templates/list/list-page.tsx')),
    'TemplatesPage',
  ),
})
const template = createRoute({
  getParentRoute: () => root,
  path: '/templates/$templateId',
  component: lazyRouteComponent(
    withWords(() => import('./templates/builder-page.tsx')),
    'BuilderPage',
  ),
})

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    inbox.addChildren([conversation]),
    settings,
    numbers,
    guide,
    line,
    openingHours,
    contactPolicy,
    notices,
    costs,
    rates,
    duplicates,
    consents,
    privacy,
    setAside,
    templates,
    template,
  ]),
  defaultPreload: false,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
