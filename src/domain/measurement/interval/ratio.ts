/** What one cluster adds to a ratio of sums: a visit's revenue and its orders. */
export interface ClusterSums {
  readonly value: number;
  /** 1 or more. */
  readonly count: number;
}

/**
 * One value per cluster that stands for its part in a ratio of sums (revenue per order) where the unit of randomisation is the cluster (the visit)
 * and not what is counted (the order): R + (value − R·count) / (mean count). Their mean is the ratio R, and the variance of their mean is the ratio's.
 * Source: the delta method for ratio metrics, Deng, Knoblich & Lu (2018), "Applying the Delta Method in Metric Analytics", KDD; as values per
 * cluster it is the linearisation of Budylin et al. (2018), "Consistent Transformation of Ratio Metrics", WSDM.
 */
export const linearised = (clusters: readonly ClusterSums[]): readonly number[] => {
  const value = clusters.reduce((sum, cluster) => sum + cluster.value, 0);
  const count = clusters.reduce((sum, cluster) => sum + cluster.count, 0);
  const ratio = value / count;
  const meanCount = count / clusters.length;
  return clusters.map((cluster) => ratio + (cluster.value - ratio * cluster.count) / meanCount);
};
