export const notifications = {
  opened: {
    title: 'Opened',
    named: '“{{name}}” was opened for the first time.',
    unnamed: 'A secret you sent was opened for the first time.',
    many_one: '{{count}} secret you sent was opened for the first time.',
    many_other: '{{count}} secrets you sent were opened for the first time.',
  },
  expiring: {
    title: 'Not opened yet',
    named: '“{{name}}” expires at {{time}} and has not been opened.',
    unnamed: 'A secret you sent expires at {{time}} and has not been opened.',
  },
  expiringUnasked: {
    title: 'Expires soon',
    named: '“{{name}}” expires at {{time}}. Its service did not say whether it was opened.',
    unnamed: 'A secret you sent expires at {{time}}. Its service did not say whether it was opened.',
  },
  expiringUnknown: {
    title: 'Expires soon',
    named: '“{{name}}” expires at {{time}}. This service does not report whether it was opened.',
    unnamed: 'A secret you sent expires at {{time}}. This service does not report whether it was opened.',
  },
} as const;
