using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Codecs.Lucene80;

/// <summary>Walks the documents that have a value and tells the position of each among them, which is where a column holds its value.</summary>
internal abstract class DocsCursor : DocValuesIterator
{
    /// <summary>How many documents of the set come before the current one; defined while on a document of the set.</summary>
    public abstract int Index { get; }
}
