import type { Home } from '../api/types.ts';
import { LinkForm } from '../link/link-form.tsx';
import { useSpeech } from '../words/words-context.ts';

/** Where a customer without a car begins. */
export function Start({ home }: { readonly home: Home | null }) {
  const { words } = useSpeech();
  return (
    <div class="start">
      <section class="night start-night" aria-labelledby="start">
        <h2 id="start">{words.link.heading}</h2>
        <p>{words.link.intro}</p>
        <svg class="start-picture" viewBox="0 0 320 96" aria-hidden="true">
          <path class="start-plan" d="M128 96V70h20v-8h20v10h20v6h20v18z" />
          <path
            class="start-price"
            d="M0 38h24v-14h20v22h22v-8h22v22h20v10h20v0h20v-8h20v10h20v6h20v-20h20v-34h20v-10h22v18h24v10h26"
          />
        </svg>
      </section>
      <LinkForm home={home} />
    </div>
  );
}
