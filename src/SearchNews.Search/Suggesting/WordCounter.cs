using System.Collections.Concurrent;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Util;
using SearchNews.Search.Indexing;

namespace SearchNews.Search.Suggesting;

/// <summary>Counts the live articles that have a word, together with the words before it. Belongs to one thread; counts are kept with the articles, for the next letter typed.</summary>
/// <param name="reader">The index.</param>
/// <param name="context">The articles with the words before; null when there are none before.</param>
/// <param name="known">Counts made before for the same words before, by the word's place in the table.</param>
internal sealed class WordCounter(IndexReader reader, ContextDocs? context, ConcurrentDictionary<int, int> known)
{
    // A jump in postings costs about as much as reading so many documents in a row.
    private const int JumpCost = 8;
    private const int BlockSize = 128;

    private readonly bool _hasDeletions = reader.Leaves.Any(leaf => leaf.Reader.LiveDocs is not null);

    /// <summary>About how many documents would be read for a word.</summary>
    /// <param name="word">Its place in the table.</param>
    /// <param name="docFreq">Articles that have it.</param>
    public int CostOf(int word, int docFreq)
    {
        const int Lookup = 16;
        if (known.ContainsKey(word)) return 1;
        if (context is null) return Lookup + (_hasDeletions ? docFreq : 0);
        return (int)Math.Min(int.MaxValue / 4, Lookup + Math.Min(docFreq, (long)JumpCost * context.Count));
    }

    /// <summary>As many articles may have a word, at most.</summary>
    /// <param name="docFreq">Articles that have it, whatever is before.</param>
    public int MostOf(int docFreq) => context is null ? docFreq : Math.Min(docFreq, context.Count);

    /// <summary>The articles.</summary>
    /// <param name="word">Its place in the table.</param>
    /// <param name="utf8">The term of <c>words</c>.</param>
    public int Count(int word, ReadOnlySpan<byte> utf8)
    {
        if (known.TryGetValue(word, out int counted)) return counted;
        int count = Count(utf8);
        known[word] = count;
        return count;
    }

    private int Count(ReadOnlySpan<byte> word)
    {
        int count = 0;
        foreach (LeafReaderContext leaf in reader.Leaves)
        {
            Bits? allowed = context is null ? leaf.Reader.LiveDocs : context.BitsOf(leaf);
            if (context is not null && allowed is null) continue;
            if (leaf.Reader.GetTerms(ArticleFields.Words)?.GetTermsEnum() is not { } terms || !terms.SeekExact(word)) continue;
            if (allowed is null) count += terms.DocFreq;
            else if (context?.ListOf(leaf) is { } few && terms.DocFreq > JumpCost * few.Count) count += CountJumping(terms.Postings(PostingsFlags.None), few);
            else count += CountAll(terms.Postings(PostingsFlags.None), allowed);
        }

        return count;
    }

    private static int CountAll(PostingsEnum postings, Bits allowed)
    {
        Span<int> docs = stackalloc int[BlockSize];
        Span<int> freqs = stackalloc int[BlockSize];
        if (postings.NextDoc() == DocIdSetIterator.NoMoreDocs) return 0;
        int count = 0;
        int read;
        while ((read = postings.ReadDocs(DocIdSetIterator.NoMoreDocs, docs, freqs)) > 0)
        {
            foreach (int doc in docs[..read]) count += allowed[doc] ? 1 : 0;
        }

        return count;
    }

    private static int CountJumping(PostingsEnum postings, IReadOnlyList<int> docs)
    {
        int count = 0;
        foreach (int doc in docs)
        {
            if (postings.DocId < doc && postings.Advance(doc) == DocIdSetIterator.NoMoreDocs) break;
            if (postings.DocId == doc) count++;
        }

        return count;
    }
}
