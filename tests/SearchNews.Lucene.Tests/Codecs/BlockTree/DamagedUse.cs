using SearchNews.Lucene.Index;
using SearchNews.Lucene.Util.Automata;

namespace SearchNews.Lucene.Tests.Codecs.BlockTree;

/// <summary>Uses of a term dictionary that may be damaged: they end well or in a typed error.</summary>
internal static class DamagedUse
{
    /// <summary>Walks over the terms from the first.</summary>
    public static void Walk(Terms terms, int max)
    {
        TermsEnum walk = terms.GetTermsEnum();
        long sum = 0;
        for (int i = 0; i < max && walk.MoveNext(); i++) sum += walk.TotalTermFreq;
        sum.ShouldBeGreaterThan(0);
    }

    /// <summary>Seeks a term in both ways, and walks on a little.</summary>
    public static void Seek(Terms terms, byte[] term)
    {
        TermsEnum cursor = terms.GetTermsEnum();
        Guard(() =>
        {
            if (cursor.SeekExact(term)) cursor.DocFreq.ShouldBeGreaterThan(0);
        });
        if (cursor.SeekCeil(term) == SeekStatus.End) return;
        for (int i = 0; i < 3 && cursor.MoveNext(); i++) cursor.DocFreq.ShouldBeGreaterThan(0);
    }

    /// <summary>Walks over the terms near a word that leads into sub-blocks.</summary>
    public static void Intersect(Terms terms)
    {
        TermIntersection near = terms.Intersect(new LevenshteinAutomaton("\u0003\u0007", 2, 0, transpositions: true));
        while (near.MoveNext()) near.Edits.ShouldBeInRange(0, 2);
    }

    /// <summary>Lets typed errors pass, when they name a file of the dictionary.</summary>
    public static void Guard(Action action)
    {
        try
        {
            action();
        }
        catch (CorruptIndexException e)
        {
            e.FileName.ShouldStartWith("_0_Lucene84_0.");
            e.Offset.ShouldBeGreaterThanOrEqualTo(0);
        }
        catch (Exception e) when (e is IndexFormatTooNewException or IndexFormatTooOldException)
        {
        }
    }
}
