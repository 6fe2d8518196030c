import { byId, route } from './route.ts'
import { conversationView } from './views.ts'

/** Who answers a conversation on the platform. */
export const controlRoutes = {
  releaseConversation: route({
    method: 'POST',
    path: '/api/v1/conversations/:id/release',
    permission: 'conversation:write',
    summary:
      'Give the conversation back to the platform’s assistant; `control` says so once the platform does. Any message but a template takes it again',
    params: byId,
    output: conversationView,
  }),
}
