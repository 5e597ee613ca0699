/** Formbricks' loader, as its page tells one to start it. */
import formbricks from '@formbricks/js';

formbricks.setup({ environmentId: 'ENV_ID', appUrl: 'https://app.formbricks.com' });
