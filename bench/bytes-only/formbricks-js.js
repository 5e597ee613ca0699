/** Starts Formbricks' loader as its documentation says. */
import formbricks from '@formbricks/js';

formbricks.setup({ environmentId: 'ENV_ID', appUrl: 'https://app.formbricks.com' });
