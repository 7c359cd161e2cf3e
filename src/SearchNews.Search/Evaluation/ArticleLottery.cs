using System.Buffers.Binary;
using System.Security.Cryptography;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Search.Embedded;
using SearchNews.Search.Indexing;

namespace SearchNews.Search.Evaluation;

/// <summary>
/// Draws articles without replacement, each with a chance by its weight. An article's luck is a hash of its id and the seed, so that the order of documents does not
/// matter. Method: Efraimidis and Spirakis, "Weighted random sampling with a reservoir" (2006): the largest u^(1/weight) win.
/// </summary>
internal sealed class ArticleLottery
{
    private const double HalfWeightDays = 14;

    private readonly ArticleSnapshot _snapshot;
    private readonly int _seed;

    public ArticleLottery(ArticleSnapshot snapshot, int seed)
    {
        _snapshot = snapshot;
        _seed = seed;
    }

    /// <summary>Draws articles, all with the same chance.</summary>
    public IEnumerable<ArticleTicket> DrawAny(int count) => Draw(count, static _ => 1);

    /// <summary>Draws articles by 1 / (1 + age / 14 days), seen from the newest; never one without a date.</summary>
    public IEnumerable<ArticleTicket> DrawRecent(int count)
    {
        long newest = _snapshot.NewestArticle?.ToUnixTimeMilliseconds() ?? 0;
        return Draw(count, published => published == SignalColumns.NoDate ? 0 : 1 / (1 + ((newest - published) / (HalfWeightDays * TimeSpan.MillisecondsPerDay))));
    }

    /// <summary>The winners, luckiest first.</summary>
    private IEnumerable<ArticleTicket> Draw(int count, Func<long, double> weightOf)
    {
        // The least lucky on top.
        var winners = new PriorityQueue<ArticleTicket, double>(count + 1);
        foreach (LeafReaderContext leaf in _snapshot.Reader.Leaves)
        {
            if (leaf.Reader.GetSortedDocValues(ArticleFields.Id) is not { } ids) continue;
            while (ids.NextDoc() != DocIdSetIterator.NoMoreDocs)
            {
                if (leaf.Reader.LiveDocs is { } live && !live[ids.DocId]) continue;
                double weight = weightOf(_snapshot.Columns[leaf.Ord].PublishedAt[ids.DocId]);
                if (weight <= 0) continue;
                ulong hash = Hash(ids.LookupOrd(ids.OrdValue));

                // The logarithm of u^(1/weight): as great or small, and never rounded to one.
                double luck = Math.Log((hash + 1.0) / ulong.MaxValue) / weight;
                var ticket = new ArticleTicket(leaf.DocBase + ids.DocId, (int)hash);
                if (winners.Count < count) winners.Enqueue(ticket, luck);
                else winners.EnqueueDequeue(ticket, luck);
            }
        }

        var drawn = new ArticleTicket[winners.Count];
        for (int i = drawn.Length - 1; i >= 0; i--) drawn[i] = winners.Dequeue();
        return drawn;
    }

    private ulong Hash(ReadOnlySpan<byte> id)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> buffer = stackalloc byte[SHA256.HashSizeInBytes];
        BinaryPrimitives.WriteInt32LittleEndian(buffer, _seed);
        hash.AppendData(buffer[..sizeof(int)]);
        hash.AppendData(id);
        hash.GetHashAndReset(buffer);
        return BinaryPrimitives.ReadUInt64LittleEndian(buffer);
    }
}
