namespace SearchNews.Lucene.Codecs.Lucene80;

/// <summary>The doc values of one field, opened and checked; hands out iterators. Immutable, thread-safe.</summary>
internal abstract class DocValuesEntry;
