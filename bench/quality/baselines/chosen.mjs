// Parameters of the baselines of picks, chosen on the validation part by `--tune-baselines` (docs/quality.md). Any other shop's are the
// published ones of TIFU-KNN and, for the rest, those of Online Retail.

/** TIFU-KNN's for Ta-Feng in the paper (Hu et al., SIGIR 2020) and its authors' code. */
export const PUBLISHED_TIFU = { neighbours: 300, groups: 7, basketDecay: 0.9, groupDecay: 0.7, own: 0.7 };

const ONLINE_RETAIL = {
  tifu: { neighbours: 100, groups: 3, basketDecay: 0.9, groupDecay: 0.9, own: 0.2 },
  knn: { of: 'baskets', shrinkage: 0, neighbours: 100, decay: 0.85 },
  hybrid: { decay: 0.95, neighbours: 0.1, popular: 0.2 },
};

const TA_FENG = {
  tifu: { neighbours: 900, groups: 7, basketDecay: 1, groupDecay: 0.9, own: 0.2 },
  knn: { of: 'customers', shrinkage: 10, neighbours: 50, decay: 0.85 },
  hybrid: { decay: 0.95, neighbours: 0.5, popular: 0.2 },
};

/** By the key of the data set; no chosen TIFU-KNN where nothing was chosen. */
export const CHOSEN = { 'online-retail': ONLINE_RETAIL, 'ta-feng': TA_FENG, any: { ...ONLINE_RETAIL, tifu: null } };
