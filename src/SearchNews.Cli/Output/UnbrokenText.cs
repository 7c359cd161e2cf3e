using Spectre.Console.Rendering;

namespace SearchNews.Cli.Output;

/// <summary>A line that is never broken here, so that it can be copied as one from a terminal: ids and paths.</summary>
internal sealed class UnbrokenText(params IEnumerable<TextPart> parts) : Renderable
{
    /// <inheritdoc/>
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => [.. parts.Select(part => new Segment(part.Text, part.Style)), Segment.LineBreak];
}
