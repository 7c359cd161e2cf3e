using System.Globalization;
using System.Text;
using SearchNews.Lucene.Codecs;
using SearchNews.Lucene.Codecs.BlockTree;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;

namespace SearchNews.Lucene.Tests.Codecs.Lucene84;

/// <summary>Terms, postings and impacts as text, in the form of the oracle's DumpIndex.</summary>
internal static class PostingsText
{
    public static string Of(FieldInfos fields, BlockTreeTermsReader reader)
    {
        var text = new StringBuilder();
        foreach (FieldInfo field in fields.OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            if (reader.GetTerms(field.Name) is { } terms) Append(text, field, terms);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, FieldInfo field, Terms terms)
    {
        text.Append(CultureInfo.InvariantCulture, $"terms {field.Name} count={terms.Size} docCount={terms.DocCount} sumDocFreq={terms.SumDocFreq} sumTotalTermFreq={terms.SumTotalTermFreq}");
        text.Append(CultureInfo.InvariantCulture, $" min={DumpText.Ascii(terms.Min.Span)} max={DumpText.Ascii(terms.Max.Span)}\n");
        TermsEnum all = terms.GetTermsEnum();
        PostingsEnum? reused = null;
        while (all.MoveNext())
        {
            text.Append(CultureInfo.InvariantCulture, $" term {DumpText.Ascii(all.Term)} df={all.DocFreq} ttf={all.TotalTermFreq}\n");
            reused = all.Postings(PostingsFlags.All, reused);
            AppendPostings(text, field, reused);
            if (all.DocFreq > 128 && field.HasFreqs) AppendImpacts(text, all.Impacts(PostingsFlags.Freqs));
        }
    }

    private static void AppendPostings(StringBuilder text, FieldInfo field, PostingsEnum docs)
    {
        for (int doc = docs.NextDoc(); doc != DocIdSetIterator.NoMoreDocs; doc = docs.NextDoc())
        {
            text.Append("  ").Append(doc);
            if (field.HasFreqs) text.Append(':').Append(docs.Freq);
            if (field.HasPositions)
            {
                for (int i = 0; i < docs.Freq; i++) AppendPosition(text.Append(i == 0 ? '[' : ','), field, docs);
                text.Append(']');
            }

            text.Append('\n');
        }
    }

    private static void AppendPosition(StringBuilder text, FieldInfo field, PostingsEnum docs)
    {
        text.Append(docs.NextPosition());
        if (field.HasOffsets) text.Append('@').Append(docs.StartOffset).Append('-').Append(docs.EndOffset);
        if (!docs.Payload.IsEmpty) text.Append('#').Append(DumpText.Ascii(docs.Payload));
    }

    private static void AppendImpacts(StringBuilder text, ImpactsEnum impacts)
    {
        for (int target = 1; ; target = impacts.GetDocIdUpTo(0) + 1)
        {
            impacts.AdvanceShallow(target);
            text.Append("  impacts ").Append(target).Append(':');
            for (int level = 0; level < impacts.LevelCount; level++)
            {
                int upTo = impacts.GetDocIdUpTo(level);
                text.Append(level == 0 ? " " : " | ").Append(upTo == DocIdSetIterator.NoMoreDocs ? "end" : upTo.ToString(CultureInfo.InvariantCulture)).Append(' ');
                text.AppendJoin(',', impacts.GetImpacts(level).ToArray().Select(impact => $"{impact.Freq}/{impact.Norm}"));
            }

            text.Append('\n');
            if (impacts.GetDocIdUpTo(0) == DocIdSetIterator.NoMoreDocs) return;
        }
    }
}
