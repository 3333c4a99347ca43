/** What often goes into the basket because of what is in it already. */
export interface Companionship {
  /** Family ids, category ids or tags of what is in the basket. */
  readonly anchors: readonly string[];
  /** Families of which one is added. */
  readonly complements: readonly string[];
  /** How often, 0 to 1. */
  readonly chance: number;
}

const goes = (anchors: readonly string[], complements: readonly string[], chance: number): Companionship => ({
  anchors,
  complements,
  chance,
});

/** Why things are bought together in the sample shop; learning has to find out by itself. */
export const COMPANIONSHIPS: readonly Companionship[] = [
  goes(['needs-aa'], ['aa-batteries-8', 'aa-batteries-8', 'aa-batteries-24', 'aa-rechargeable-4'], 0.5),
  goes(['needs-aaa'], ['aaa-batteries-8', 'aaa-rechargeable-4'], 0.45),
  goes(['aa-rechargeable-4', 'aaa-rechargeable-4'], ['battery-charger'], 0.4),
  goes(['robot-kit'], ['robot-sensors', 'robot-wheels'], 0.4),
  goes(['robot-kit', 'robot-arm'], ['book-robots', 'book-coding'], 0.25),
  goes(['building-sets'], ['bricks-plates', 'bricks-storage'], 0.22),
  goes(['puzzle-harbour', 'puzzle-botanic'], ['puzzle-mat'], 0.35),
  goes(['game-orchard', 'game-lighthouse'], ['game-sleeves'], 0.35),
  goes(['plush-otter'], ['book-otter'], 0.4),
  goes(['laptop-13', 'laptop-14', 'laptop-student'], ['laptop-sleeve', 'laptop-sleeve', 'sleeve-neoprene', 'sleeve-leather'], 0.5),
  goes(['laptop-15', 'laptop-gaming'], ['laptop-sleeve-15'], 0.45),
  goes(['laptops'], ['usb-hub'], 0.3),
  goes(['laptops'], ['mouse-wireless', 'mouse-vertical'], 0.3),
  goes(['laptops'], ['backpack-commuter', 'backpack-rolltop'], 0.12),
  goes(['laptop-stand'], ['keyboard-slim'], 0.3),
  goes(['monitor-24', 'monitor-27', 'console'], ['cable-hdmi'], 0.4),
  goes(['console'], ['controller'], 0.5),
  goes(['console'], ['game-kart', 'game-quest', 'game-football'], 0.7),
  goes(['controller'], ['controller-dock'], 0.3),
  goes(['headset'], ['headset-stand'], 0.3),
  goes(['power-bank', 'charger-30w', 'charger-65w'], ['cable-usbc'], 0.4),
  goes(['leather'], ['leather-care-kit'], 0.3),
  goes(['skillet-26', 'skillet-30', 'griddle'], ['cast-iron-care-kit', 'chainmail-scrubber'], 0.4),
  goes(['skillet-26', 'skillet-30'], ['book-skillet', 'pan-handle-cover'], 0.25),
  goes(['wok'], ['book-wok'], 0.3),
  goes(['knife-chef', 'knife-santoku'], ['knife-sharpener'], 0.4),
  goes(['knife-chef', 'knife-santoku'], ['chopping-board'], 0.3),
  goes(['proving-basket', 'loaf-tin'], ['strong-flour'], 0.35),
  goes(['proving-basket'], ['book-bread'], 0.3),
  goes(['espresso-machine', 'espresso-pro'], ['beans-house', 'beans-dark', 'beans-single'], 0.6),
  goes(['espresso-machine', 'espresso-pro'], ['grinder'], 0.3),
  goes(['espresso-machine', 'espresso-pro'], ['milk-jug', 'tamper', 'espresso-cups'], 0.4),
  goes(['espresso-machine', 'espresso-pro'], ['descaler'], 0.45),
  goes(['filter-machine'], ['filter-papers'], 0.5),
  goes(['seeds'], ['seed-compost', 'seed-trays', 'plant-labels'], 0.4),
  goes(['seeds-tomato'], ['tomato-feed'], 0.35),
  goes(['pots'], ['compost'], 0.4),
  goes(['secateurs'], ['secateurs-holster', 'gloves-garden'], 0.35),
  goes(['hose'], ['hose-nozzle', 'hose-reel'], 0.5),
  goes(['barbecue'], ['charcoal'], 0.6),
  goes(['barbecue', 'fire-pit'], ['bbq-tongs', 'book-fire'], 0.3),
  goes(['book-saltings'], ['book-saltings-2'], 0.35),
  goes(['book-saltings-2'], ['book-saltings-3'], 0.4),
  goes(['book-detective'], ['book-detective-2'], 0.35),
  goes(['dog-food'], ['dog-chews', 'dog-biscuits', 'dog-jerky', 'poo-bags'], 0.4),
  goes(['dog-food-puppy'], ['book-puppy', 'dog-lead', 'dog-collar'], 0.3),
  goes(['cat-food'], ['cat-litter'], 0.45),
  goes(['cat-food'], ['cat-treats'], 0.3),
  goes(['litter-tray'], ['cat-litter'], 0.5),
  goes(['running-shoes', 'running-shoes-trail'], ['running-socks'], 0.45),
  goes(['yoga-mat', 'yoga-mat-own'], ['yoga-block', 'yoga-strap'], 0.4),
  goes(['bike-helmet'], ['bike-lights', 'bike-lock'], 0.35),
  goes(['bike-pump'], ['inner-tubes'], 0.4),
  goes(['tent'], ['sleeping-bag', 'sleeping-mat'], 0.5),
  goes(['tent'], ['camp-stove', 'camp-lantern'], 0.35),
  goes(['camp-stove'], ['gas-canister'], 0.6),
  goes(['giftable'], ['gift-wrap', 'greeting-cards'], 0.06),
];
