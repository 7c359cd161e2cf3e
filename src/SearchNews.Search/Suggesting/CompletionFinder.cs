using System.Text;

namespace SearchNews.Search.Suggesting;

/// <summary>
/// Finds the words that most articles have together with the words before: by count, then by articles that have the word at all, then by letters. Candidates come most frequent first, and none can count more
/// than its own articles, so the rest is left out as soon as it cannot be among the best. Belongs to one thread.
/// </summary>
/// <param name="words">The words.</param>
/// <param name="counter">Counts articles.</param>
/// <param name="cancellationToken">Ends the search.</param>
internal sealed class CompletionFinder(WordTable words, WordCounter counter, CancellationToken cancellationToken)
{
    /// <summary>About how many documents of postings are read for one question; beyond it, words with fewer articles are not tried any more.</summary>
    private const int MaxCost = 400_000;

    /// <summary>The same while there are fewer words than wanted.</summary>
    private const int MaxCostInNeed = 4_000_000;

    /// <summary>The best words, best first.</summary>
    /// <param name="candidates">Words, most frequent first.</param>
    /// <param name="before">Words that are there already, folded: they are not said twice.</param>
    /// <param name="size">How many.</param>
    public List<WordCompletion> Find(IEnumerable<int> candidates, string[] before, int size)
    {
        var best = new List<WordCompletion>(size + 1);
        int cost = 0;
        Span<byte> utf8 = stackalloc byte[256];
        foreach (int word in candidates)
        {
            int docFreq = words.DocFreq(word);
            if (best.Count == size && counter.MostOf(docFreq) <= best[^1].Count) break;
            if (cost > (best.Count == size ? MaxCost : MaxCostInNeed)) break;
            cost += counter.CostOf(word, docFreq);
            cancellationToken.ThrowIfCancellationRequested();
            if (before.Contains(words.Folded(word), StringComparer.Ordinal)) continue;
            int count = counter.Count(word, utf8[..Encoding.UTF8.GetBytes(words[word], utf8)]);
            if (count > 0) Insert(best, new WordCompletion(word, count), size);
        }

        return best;
    }

    // Behind its equals: they are in at least as many articles.
    private static void Insert(List<WordCompletion> best, WordCompletion completion, int size)
    {
        int place = best.Count;
        while (place > 0 && best[place - 1].Count < completion.Count) place--;
        if (place == size) return;
        best.Insert(place, completion);
        if (best.Count > size) best.RemoveAt(size);
    }
}
