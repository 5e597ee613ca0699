/**
 * An application of Vue whose template has the tag, for a server and for the browser. Knows the
 * plugin; the test passes the properties of the tag.
 */
import { createApp, createSSRApp } from 'vue';
import scorecard from 'misconception-scorecard/vue';

export function application(given, heard, isSent = true) {
  const app = (isSent ? createSSRApp : createApp)({
    data: () => ({ given, count: 0 }),
    methods: {
      hear(name, { detail }) {
        heard.push(detail === null ? name : `${name} ${JSON.stringify(detail).slice(0, 60)}`);
        this.count++;
      },
    },
    template: `<p id="count">{{ count }}</p>
      <misconception-scorecard lang="en" load="now" :layout="given.layout" :questionnaire="given.questionnaire" :answers="given.answers"
        @scorecard-ready="hear('ready', $event)" @scorecard-started="hear('started', $event)"
        @scorecard-answered="hear('answered', $event)" @scorecard-completed="hear('completed', $event)">
        <p>Questions belong here.</p>
      </misconception-scorecard>`,
  });
  app.use(scorecard);
  return app;
}
