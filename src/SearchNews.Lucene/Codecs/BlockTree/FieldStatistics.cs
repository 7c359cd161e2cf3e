namespace SearchNews.Lucene.Codecs.BlockTree;

/// <summary>What a field's terms add up to.</summary>
/// <param name="Size">Number of terms.</param>
/// <param name="DocCount">Documents with at least one term.</param>
/// <param name="SumDocFreq">Sum of the terms' document frequencies.</param>
/// <param name="SumTotalTermFreq">Sum of the terms' total frequencies; equals <paramref name="SumDocFreq"/> when frequencies are not indexed.</param>
internal readonly record struct FieldStatistics(long Size, int DocCount, long SumDocFreq, long SumTotalTermFreq);
