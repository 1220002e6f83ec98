import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';

/** It warns of what tests do on purpose. */
console.info = console.warn = () => undefined;

/**
 * A real OpenID provider in a process of its own: it is an ES module throughout, which the tests' loader is not.
 * Told everything by its parent, and told anew when its keys change.
 */
let provider;
let told;
const asked = {};
const server = createServer((request, response) => {
  asked[request.url] = (asked[request.url] ?? 0) + 1;
  provider.callback()(request, response);
});

function configure({ issuer, clients, people, keys, audience }) {
  const claimsOf = (id) => ({ sub: id, ...people[id] });
  provider = new Provider(issuer, {
    clients,
    jwks: { keys },
    // Its own guard lets it ask nobody on this machine, and the product is there.
    fetch: (url, options) => fetch(url, { ...options, dispatcher: undefined }),
    cookies: { keys: ['tests only'] },
    claims: {
      openid: ['sub'],
      profile: ['name', 'preferred_username', 'groups', 'realm_access', 'homes', 'team', 'email_verified'],
      email: ['email'],
    },
    findAccount: (_, id) => people[id] && { accountId: id, claims: () => claimsOf(id) },
    conformIdTokenClaims: true,
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: true },
      backchannelLogout: { enabled: true },
      clientCredentials: { enabled: true },
      rpInitiatedLogout: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => undefined,
        getResourceServerInfo: () => ({
          scope: 'api',
          audience,
          accessTokenFormat: 'jwt',
          accessTokenTTL: 300,
        }),
        useGrantedResource: () => false,
      },
    },
    extraTokenClaims: (_, token) =>
      token.accountId ? claimsOf(token.accountId) : (people[token.clientId] ?? {}),
    ttl: {
      AccessToken: 300,
      AuthorizationCode: 60,
      IdToken: 300,
      Session: 3600,
      Grant: 3600,
      Interaction: 600,
      ClientCredentials: 300,
    },
  });
  provider.on('server_error', (_, error) => console.error(error));
}

process.on('message', (message) => {
  const { id, port, asking, ...changes } = message;
  if (asking) return process.send({ id, asked: asked[asking] ?? 0 });
  told = { ...told, ...changes };
  configure(told);
  if (server.listening || port === undefined) return process.send({ id });
  server.listen(port, '127.0.0.1', () => process.send({ id }));
});
process.on('disconnect', () => process.exit());
