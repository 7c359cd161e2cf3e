namespace SearchNews.Lucene.Codecs.BlockTree;

/// <summary>A block just written.</summary>
/// <param name="FP">Where it is in .tim.</param>
/// <param name="HasTerms">Some entry is a term.</param>
/// <param name="LeadByte">The byte behind the prefix in its first entry, -1 when that is the prefix itself.</param>
internal readonly record struct WrittenBlock(long FP, bool HasTerms, int LeadByte);
