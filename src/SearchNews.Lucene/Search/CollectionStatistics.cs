namespace SearchNews.Lucene.Search;

/// <summary>What scoring needs to know of a field, summed over all segments; deleted documents count until they are merged away.</summary>
/// <param name="Field">The field.</param>
/// <param name="MaxDoc">Documents of the index.</param>
/// <param name="DocCount">Documents with at least one term of the field.</param>
/// <param name="SumTotalTermFreq">Tokens of the field; <paramref name="SumDocFreq"/> when frequencies are not indexed.</param>
/// <param name="SumDocFreq">Pairs of document and term.</param>
public sealed record CollectionStatistics(string Field, long MaxDoc, long DocCount, long SumTotalTermFreq, long SumDocFreq);
