using SearchNews.Lucene.Codecs.BlockTree;
using SearchNews.Lucene.Tests.Util.Fst;
using SearchNews.Lucene.Util.Fst;

namespace SearchNews.Lucene.Tests.Codecs.BlockTree;

/// <summary>How terms were cut into blocks, as text: what two writers of one set of terms must agree on.</summary>
internal static class BlockShapes
{
    /// <summary>For each prefix in order: the prefix, whether its first block has terms, then lead byte and the same for each floor block behind it.</summary>
    public static List<string> Of(BlockTreeTerms terms)
    {
        FstReader index = terms.Index;
        var shapes = new List<string>();
        foreach (byte[] prefix in FstFiles.Keys(index))
        {
            byte[] code = FstFiles.Find(index, prefix)!;
            string name = prefix.Length == 0 ? "(root)" : Convert.ToHexStringLower(prefix);
            string shape = "";
            BlockPointer last = default;
            for (int lead = -1; lead < 256; lead++)
            {
                BlockPointer.TryDecode(code, lead, out BlockPointer block).ShouldBeTrue();
                if (lead >= 0 && block == last) continue;
                shape += (lead < 0 ? "" : $", {lead:x2} ") + (block.HasTerms ? "terms" : "none");
                last = block;
            }

            shapes.Add($"{name}: {shape}");
        }

        return shapes;
    }
}
