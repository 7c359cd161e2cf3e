using SearchNews.Lucene.Search;

namespace SearchNews.Lucene.Index.Sorting;

/// <summary>The documents of an iterator under their new numbers, and which of the values read along belongs to each.</summary>
internal sealed class ReorderedDocs
{
    private readonly int[] _places;

    /// <summary>Reads an iterator to its end.</summary>
    /// <param name="docs">Before its first document.</param>
    /// <param name="order">The new numbers.</param>
    /// <param name="read">Called on each document, to keep its value.</param>
    public ReorderedDocs(DocIdSetIterator docs, DocumentOrder order, Action read)
    {
        var numbers = new List<int>();
        for (int doc = docs.NextDoc(); doc != DocIdSetIterator.NoMoreDocs; doc = docs.NextDoc())
        {
            numbers.Add(order.NewDoc(doc));
            read();
        }

        int[] sorted = [.. numbers];
        _places = [.. Enumerable.Range(0, sorted.Length)];
        Array.Sort(sorted, _places);
        Docs = [.. sorted];
    }

    /// <summary>The new numbers, ascending.</summary>
    public List<int> Docs { get; }

    /// <summary>The values kept while reading, in the order of <see cref="Docs"/>.</summary>
    public List<T> Arrange<T>(List<T> values) => [.. _places.Select(place => values[place])];
}
