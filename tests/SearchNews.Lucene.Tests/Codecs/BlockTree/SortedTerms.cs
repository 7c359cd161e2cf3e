using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Tests.Codecs.BlockTree;

/// <summary>The model of a term dictionary: a sorted list. Checks that an enum moves as a cursor over the list does.</summary>
internal sealed class SortedTerms(IReadOnlyList<TermLine> lines)
{
    public int Count => lines.Count;

    /// <summary>Walks over everything, twice: behind the end an enum starts anew.</summary>
    public void CheckWalk(Terms terms)
    {
        terms.Size.ShouldBe(lines.Count);
        terms.SumDocFreq.ShouldBe(lines.Sum(l => (long)l.DocFreq));
        terms.SumTotalTermFreq.ShouldBe(lines.Sum(l => l.TotalTermFreq));
        terms.Min.ToArray().ShouldBe(lines[0].Term);
        terms.Max.ToArray().ShouldBe(lines[^1].Term);
        TermsEnum walk = terms.GetTermsEnum();
        for (int round = 0; round < 2; round++)
        {
            foreach (TermLine line in lines)
            {
                if (!walk.MoveNext() || !line.Fits(walk)) Assert.Fail($"expected {line}, got {TermLine.Of(walk)}");
            }

            walk.MoveNext().ShouldBeFalse();
        }
    }

    /// <summary>Does random moves and seeks, all on one enum.</summary>
    public void CheckSeeks(Terms terms, Random random, int moves)
    {
        TermsEnum cursor = terms.GetTermsEnum();
        var states = new List<(int Index, TermState State)>();
        int at = -1;
        for (int i = 0; i < moves; i++)
        {
            byte[] target = Target(random);
            int index = Ceiling(target);
            bool found = index < lines.Count && lines[index].Term.AsSpan().SequenceEqual(target);
            switch (random.Next(6))
            {
                case 0 or 1:
                    cursor.SeekExact(target).ShouldBe(found, Convert.ToHexString(target));
                    at = found ? index : -1;
                    break;
                case 2 or 3:
                    cursor.SeekCeil(target).ShouldBe(index == lines.Count ? SeekStatus.End : found ? SeekStatus.Found : SeekStatus.NotFound, Convert.ToHexString(target));
                    at = index == lines.Count ? -1 : index;
                    break;
                case 4 when states.Count > 0:
                    (at, TermState state) = states[random.Next(states.Count)];
                    cursor.SeekExact(lines[at].Term, state);
                    break;
                default:
                    at = CheckMoves(cursor, at, random.Next(1, 60));
                    break;
            }

            if (at < 0) continue;
            if (random.Next(4) == 0 ? !cursor.Term.SequenceEqual(lines[at].Term) : !lines[at].Fits(cursor))
                Assert.Fail($"move {i}: expected {lines[at]}, got {TermLine.Of(cursor)}");
            if (random.Next(10) == 0) states.Add((at, cursor.GetTermState()));
        }
    }

    private int CheckMoves(TermsEnum cursor, int at, int count)
    {
        for (int i = 0; i < count; i++)
        {
            at = at + 1 == lines.Count ? -1 : at + 1;
            if (cursor.MoveNext() != at >= 0 || (at >= 0 && !cursor.Term.SequenceEqual(lines[at].Term)))
                Assert.Fail($"expected {(at < 0 ? "the end" : lines[at])}, got {Convert.ToHexStringLower(cursor.Term)}");
        }

        return at;
    }

    /// <summary>A term, or something near one.</summary>
    private byte[] Target(Random random)
    {
        byte[] term = lines[random.Next(lines.Count)].Term;
        int cut = random.Next(term.Length + 1);
        return random.Next(7) switch
        {
            0 => term[..cut],
            1 => [.. term, (byte)random.Next(256)],
            2 when term.Length > 0 => Change(term, random.Next(term.Length), (byte)random.Next(256)),
            3 when term.Length > 0 => Change(term, term.Length - 1, (byte)(term[^1] + random.Next(-1, 2))),
            4 => [.. term[..cut], .. Some.Bytes(random, random.Next(4))],
            _ => term,
        };
    }

    private static byte[] Change(byte[] term, int at, byte value)
    {
        byte[] changed = [.. term];
        changed[at] = value;
        return changed;
    }

    private int Ceiling(byte[] target)
    {
        int low = 0;
        int high = lines.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (lines[middle].Term.AsSpan().SequenceCompareTo(target) < 0) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
