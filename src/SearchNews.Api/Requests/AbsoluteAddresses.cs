namespace SearchNews.Api.Requests;

/// <summary>Marks a route whose answer has absolute addresses of this server in it: under another name or scheme it is another answer, with a tag of its own.</summary>
internal sealed record AbsoluteAddresses;
